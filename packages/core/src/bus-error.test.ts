import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { BusError, createBus, createHub, defineEvent, isBusError } from './index.ts';

const noted = defineEvent('cart:noted', { version: 1, schema: z.string() });

/** What a call throws. */
function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('a BusError', () => {
  it('is an Error with a code, details, a message and a stack', () => {
    const error = new BusError('disposed', { action: 'emit', source: 'cart' });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'BusError', code: 'disposed', details: { action: 'emit', source: 'cart' } });
    expect(String(error)).toMatch(/^BusError: "cart" called/);
    expect(error.stack).toContain('bus-error.test.ts');
    expect(error).not.toHaveProperty('cause');
  });

  it('keeps what lay behind it', () => {
    const cause = new Error('no such locale');
    expect(new BusError('schema-failed', { type: 'cart:noted', version: 1, source: 'cart' }, cause).cause).toBe(cause);
  });

  it.each([undefined, null, 10n, Symbol('x'), () => {}, Object.create(null), { toString: null }, Number.NaN])(
    'can be made of anything that somebody gave instead of a text',
    (source) => {
      expect(thrown(() => createBus({ source, hub: createHub() }))).toMatchObject({ code: 'invalid-source' });
      expect(thrown(() => defineEvent(source, { version: 1, schema: z.string() }))).toMatchObject({ code: 'invalid-event-name' });
    },
  );
});

describe('isBusError', () => {
  const error = thrown(() => createBus({ source: '' }));

  it('knows a BusError, and its code', () => {
    expect(isBusError(error)).toBe(true);
    expect(isBusError(error, 'invalid-source')).toBe(true);
    expect(isBusError(error, 'disposed')).toBe(false);
  });

  it('tells the compiler which details there are', () => {
    const failure = thrown(() => createBus({ source: 'cart', hub: createHub() }).emit(noted, 42 as never));
    expect(isBusError(failure, 'invalid-payload') && failure.details.issues[0]?.path).toBe('');
  });

  it('knows one that another copy of Busbar threw, which no instanceof does', async () => {
    vi.resetModules();
    const theirs = await import('./index.ts');
    const foreign = thrown(() => theirs.createBus({ source: '' }));
    expect(foreign).not.toBeInstanceOf(BusError);
    expect(isBusError(foreign, 'invalid-source')).toBe(true);
    expect(theirs.isBusError(error, 'invalid-source')).toBe(true);
  });

  it.each([undefined, null, 42, 'invalid-source', {}, new Error('x'), { name: 'BusError', code: 'invalid-source' }, () => {}])(
    'does not take %o for one',
    (value) => {
      expect(isBusError(value)).toBe(false);
    },
  );
});
