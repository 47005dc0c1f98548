import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, defineEvent } from '../index.ts';

const noted = defineEvent('cart:noted', { version: 1, schema: z.unknown() });

function newBus(): Bus {
  return createBus({ source: 'cart', hub: createHub() });
}

describe('`emit` refuses', () => {
  it.each([
    ['cause', 'the click'],
    ['cause', { id: 7 }],
    ['cause', true],
    ['subject', 7],
    ['correlationid', {}],
    ['traceparent', []],
    ['tracestate', null],
    ['idempotencykey', 7n],
    ['ttl', '5s'],
    ['ttl', Number.NaN],
    ['ttl', 5n],
  ])('%s of %s', (option, given) => {
    const bus = newBus();
    expect(() => bus.emit(noted, 1, { [option]: given })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        details: { option, given, source: 'cart', expected: expect.any(String) },
      }),
    );
    expect(bus.metrics().emitted).toBe(0);
  });
});

describe('`emit` takes', () => {
  it.each([undefined, null, {}, { ttl: -1 }, { ttl: Number.POSITIVE_INFINITY }, { cause: false }, { subject: '' }])(
    'the options %j',
    (options) => {
      expect(newBus().emit(noted, 1, options as object)).toMatchObject({ data: 1 });
    },
  );

  it('what is read once: a getter cannot answer the check one thing and the event another', () => {
    let asked = 0;
    const options = {
      get subject() {
        return asked++ ? {} : 'order-1';
      },
    };
    expect(newBus().emit(noted, 1, options as object).subject).toBe('order-1');
  });
});
