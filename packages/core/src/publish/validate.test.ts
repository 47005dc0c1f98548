import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { type AnyEventContract, type Bus, createBus, createHub, defineEvent } from '../index.ts';

const libraries: readonly [name: string, contract: AnyEventContract][] = [
  [
    'Zod',
    defineEvent('cart:changed', {
      version: 3,
      schema: z.object({
        id: z.string().trim(),
        currency: z.string().default('EUR'),
        lines: z.array(z.object({ quantity: z.number().int().transform(String) })),
      }),
    }),
  ],
  [
    'zod/mini',
    defineEvent('cart:changed', {
      version: 3,
      schema: mini.object({
        id: mini.string().check(mini.trim()),
        currency: mini._default(mini.string(), 'EUR'),
        lines: mini.array(mini.object({ quantity: mini.pipe(mini.int(), mini.transform(String)) })),
      }),
    }),
  ],
  [
    'Valibot',
    defineEvent('cart:changed', {
      version: 3,
      schema: v.object({
        id: v.pipe(v.string(), v.trim()),
        currency: v.optional(v.string(), 'EUR'),
        lines: v.array(v.object({ quantity: v.pipe(v.number(), v.integer(), v.transform(String)) })),
      }),
    }),
  ],
];

function join(): Bus {
  return createBus({ source: 'cart', hub: createHub() });
}

/** A schema that answers whatever it is told to. */
function answering(validate: (value: unknown) => unknown): AnyEventContract {
  const schema = { '~standard': { version: 1, vendor: 'test', validate } } as StandardSchemaV1;
  return defineEvent('cart:noted', { version: 1, schema });
}

/** A promise of no known class, as another realm or a patched `Promise` makes them. */
function foreignPromise(value: unknown): PromiseLike<unknown> {
  // biome-ignore lint/suspicious/noThenProperty: being thenable is what it is for
  return { then: (fulfilled) => Promise.resolve(value).then(fulfilled) };
}

describe.each(libraries)('a contract made with %s', (_library, contract) => {
  it('publishes what its schema made of the payload: defaults, transforms, unknown keys stripped', () => {
    const { data } = join().emit(contract, { id: ' c-1 ', lines: [{ quantity: 2, colour: 'red' }], more: true });
    expect(data).toEqual({ id: 'c-1', currency: 'EUR', lines: [{ quantity: '2' }] });
  });

  it('freezes what its schema made', () => {
    const { data } = join().emit(contract, { id: 'c-1', lines: [{ quantity: 2 }] });
    expect([data, data.lines, data.lines[0]].every(Object.isFrozen)).toBe(true);
  });

  it('refuses a payload that breaks it, and names each place', () => {
    expect(() => join().emit(contract, { id: 7, lines: [{ quantity: 2 }, { quantity: 'two' }] })).toThrow(
      expect.objectContaining({
        code: 'invalid-payload',
        details: {
          type: 'cart:changed',
          version: 3,
          source: 'cart',
          issues: [
            { path: 'id', message: expect.stringMatching(/string/i) },
            { path: 'lines.1.quantity', message: expect.stringMatching(/number/i) },
          ],
        },
        message: expect.stringMatching(/^"cart" emitted "cart:changed" v3, but .*`id`: .*; `lines\.1\.quantity`: /),
      }),
    );
  });

  it('refuses a payload that is something else altogether, with an empty path', () => {
    expect(() => join().emit(contract, 'a text')).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ issues: [{ path: '', message: expect.stringMatching(/object/i) }] }),
        message: expect.stringContaining('`(payload)`: '),
      }),
    );
  });

  it('delivers nothing of what it refused, and keeps it as a dead letter', () => {
    const bus = join();
    const heard: unknown[] = [];
    bus.on(contract, ({ data }) => heard.push(data), { delivery: 'sync' });
    expect(() => bus.emit(contract, { id: 7 })).toThrow();
    expect(heard).toEqual([]);
    expect(bus.deadLetters.list()).toMatchObject([
      {
        reason: 'invalid',
        event: { type: 'cart:changed', source: 'cart', dataversion: 3, data: { id: 7 } },
        attempts: 0,
        error: { code: 'invalid-payload' },
      },
    ]);
  });
});

describe('a schema that does not answer at once', () => {
  const refused = expect.objectContaining({
    code: 'async-schema',
    details: { type: 'cart:noted', version: 1, source: 'cart' },
  });

  it('is refused when it is first used', () => {
    const contract = defineEvent('cart:noted', { version: 1, schema: z.string().refine(async () => true) });
    const bus = join();
    expect(() => bus.emit(contract, 'A-1')).toThrow(refused);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', event: { type: 'cart:noted' } }]);
  });

  it.each([
    ['promises', async () => ({ value: 'late' })],
    ['promises that fail', () => Promise.reject(new Error('too late for anybody'))],
    ['promises of another realm', () => foreignPromise({ value: 'late' })],
  ])('is refused where it answers with %s', (_what, validate) => {
    const bus = join();
    expect(() => bus.emit(answering(validate), 'A-1')).toThrow(refused);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', error: { code: 'async-schema' } }]);
  });

  it('is refused in Valibot', () => {
    const schema = v.pipeAsync(
      v.string(),
      v.checkAsync(async () => true),
    );
    expect(() => join().emit(defineEvent('cart:noted', { version: 1, schema }), 'A-1')).toThrow(refused);
  });
});

describe('a schema that fails', () => {
  it('is reported with what it threw as the cause', () => {
    const failure = new Error('no such locale');
    const contract = answering(() => {
      throw failure;
    });
    const bus = join();
    expect(() => bus.emit(contract, 'A-1')).toThrow(
      expect.objectContaining({
        code: 'schema-failed',
        details: { type: 'cart:noted', version: 1, source: 'cart' },
        cause: failure,
      }),
    );
    expect(bus.deadLetters.list()).toMatchObject([
      { reason: 'invalid', event: { data: 'A-1' }, error: { code: 'schema-failed' } },
    ]);
  });

  it.each([undefined, null, 'yes', true])('is reported where it answers %j, which is no answer', (answer) => {
    expect(() =>
      join().emit(
        answering(() => answer),
        'A-1',
      ),
    ).toThrow(expect.objectContaining({ code: 'schema-failed' }));
  });

  it.each([
    { issues: 7n },
    { issues: [undefined] },
    { issues: [{ message: 'no', path: [null] }] },
    { issues: [{ message: 'no', path: 'lines' }] },
    { issues: [{ message: Object.create(null) }] },
  ])('is reported where its issues are none: %o', (answer) => {
    const contract = answering(() => answer);
    expect(() => join().emit(contract, 'A-1')).toThrow(expect.objectContaining({ code: 'schema-failed' }));
  });

  it('cannot change the payload that it is shown', () => {
    const contract = answering((value) => {
      (value as { price: number }).price = 0;
      return { value };
    });
    expect(() => join().emit(contract, { price: 7 })).toThrow(
      expect.objectContaining({ code: 'schema-failed', cause: expect.any(TypeError) }),
    );
  });

  it('cannot change what it answered, once that is published', () => {
    const answer = { lines: ['A-1'] };
    const { data } = join().emit(
      answering(() => ({ value: answer })),
      'A-1',
    );
    answer.lines.push('B-2');
    expect(data).toEqual({ lines: ['A-1'] });
  });
});

describe('a schema that calls back into the bus', () => {
  it('may emit: the inner event comes first', () => {
    const bus = join();
    const inner = defineEvent('cart:looked', { version: 1, schema: z.string() });
    const outer = answering((value) => {
      bus.emit(inner, 'inside');
      return { value };
    });
    const order: string[] = [];
    bus.on('cart:*', ({ type }) => order.push(type), { delivery: 'sync' });
    bus.emit(outer, 'A-1');
    expect(order).toEqual(['cart:looked', 'cart:noted']);
  });

  it('may subscribe: the new subscription hears the event', () => {
    const bus = join();
    const heard: unknown[] = [];
    const contract = answering((value) => {
      bus.on('cart:*', ({ data }) => heard.push(data), { delivery: 'sync' });
      return { value };
    });
    bus.emit(contract, 'A-1');
    expect(heard).toEqual(['A-1']);
  });
});
