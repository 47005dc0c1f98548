import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type BusErrorCode, createBus, createHub, defineEvent } from '../index.ts';

const noted = defineEvent('cart:noted', { version: 1, schema: z.unknown() });

class Line {
  sku = 'A-1';
}

function cycle(): unknown {
  const cart: { lines: unknown[] } = { lines: [] };
  cart.lines.push({ cart });
  return cart;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function nested(levels: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level++) value = { in: value };
  return value;
}

/** Shows its first key and throws when it is asked about the second. */
const halting = new Proxy(
  { sku: 'A-1', price: 7 },
  { getOwnPropertyDescriptor: (line, key) => (key === 'price' ? fail() : Reflect.getOwnPropertyDescriptor(line, key)) },
);

const throwing = {
  get price(): number {
    throw new Error('not yet known');
  },
};

const refused: readonly [what: string, payload: unknown, code: BusErrorCode, path: string][] = [
  ['a function', { lines: [{ add: () => {} }] }, 'payload-function', 'lines.0.add'],
  ['a function alone', () => {}, 'payload-function', ''],
  ['a class', { Line }, 'payload-function', 'Line'],
  ['a symbol', { ids: [Symbol('A-1')] }, 'payload-symbol', 'ids.0'],
  ['a cycle', cycle(), 'payload-cycle', 'lines.0.cart'],
  ['a getter that throws', { lines: [throwing] }, 'payload-unreadable', 'lines.0.price'],
  ['a revoked proxy', { lines: revoked() }, 'payload-unreadable', 'lines'],
  ['a proxy that throws when asked for its keys', { cart: new Proxy({}, { ownKeys: fail }) }, 'payload-unreadable', 'cart'],
  ['a proxy that throws when asked for one of its keys', { cart: halting }, 'payload-unreadable', 'cart'],
  ['a proxy that throws when asked what it is', { cart: new Proxy(new Line(), { has: fail }) }, 'payload-unreadable', 'cart'],
  ['__proto__ out of JSON', JSON.parse('{"a":{"__proto__":{"admin":true}}}'), 'payload-forbidden-key', 'a.__proto__'],
  ['the key constructor', { a: { constructor: { prototype: {} } } }, 'payload-forbidden-key', 'a.constructor'],
  ['a class instance', { lines: [new Line()] }, 'payload-class-instance', 'lines.0'],
  ['an object with a prototype of its own', Object.create({ inherited: 1 }), 'payload-class-instance', ''],
  ['a Date', { at: new Date() }, 'payload-class-instance', 'at'],
  ['a Map', { lines: new Map() }, 'payload-class-instance', 'lines'],
  ['a Set', { lines: new Set() }, 'payload-class-instance', 'lines'],
  ['a typed array', { bytes: new Uint8Array(2) }, 'payload-class-instance', 'bytes'],
  ['a regular expression', { search: /a/ }, 'payload-class-instance', 'search'],
  ['an Error', { cause: new Error('x') }, 'payload-class-instance', 'cause'],
  ['a promise', { cart: Promise.resolve() }, 'payload-class-instance', 'cart'],
  ['a boxed text', { sku: Object('A-1') }, 'payload-class-instance', 'sku'],
  ['65 levels', nested(65), 'payload-too-deep', Array(64).fill('in').join('.')],
];

function fail(): never {
  throw new Error('no');
}

describe('a payload that is no plain data', () => {
  it.each(refused)('is refused: %s', (_what, payload, code, path) => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(() => bus.emit(noted, payload)).toThrow(
      expect.objectContaining({
        code,
        details: { type: 'cart:noted', source: 'cart', path },
        message: expect.stringContaining(`\`${path || '(payload)'}\``),
      }),
    );
  });

  it.each(refused)('is a dead letter without its data: %s', (_what, payload, code) => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(() => bus.emit(noted, payload)).toThrow();
    const [letter, ...others] = bus.deadLetters.list();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ reason: 'invalid', attempts: 0, error: { code } });
    expect(letter?.event).toMatchObject({ type: 'cart:noted', source: 'cart', dataversion: 1 });
    expect(letter?.event.data).toBeUndefined();
  });

  it('is refused before the schema sees it', () => {
    const asked: unknown[] = [];
    const contract = defineEvent('cart:noted', { version: 1, schema: z.unknown().refine((value) => asked.push(value)) });
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(() => bus.emit(contract, { at: new Date() })).toThrow();
    expect(asked).toEqual([]);
  });

  it('is refused, too, where only the schema made it so', () => {
    const contract = defineEvent('cart:noted', {
      version: 1,
      schema: z.object({ at: z.string().transform((text) => new Date(text)) }),
    });
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(() => bus.emit(contract, { at: '2026-11-22' })).toThrow(
      expect.objectContaining({ code: 'payload-class-instance', details: expect.objectContaining({ path: 'at' }) }),
    );
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', event: { data: { at: '2026-11-22' } } }]);
  });

  it('keeps what its getter threw as the cause', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(() => bus.emit(noted, throwing)).toThrow(expect.objectContaining({ cause: new Error('not yet known') }));
  });
});

describe('a payload that is plain data', () => {
  it.each([
    ['objects without a prototype', Object.assign(Object.create(null), { sku: 'A-1' }), { sku: 'A-1' }],
    ['bigints', { total: 2n ** 70n }, { total: 2n ** 70n }],
    ['undefined', { note: undefined }, { note: undefined }],
    ['nothing at all', undefined, undefined],
    ['null', null, null],
    ['NaN and infinity', [Number.NaN, Number.POSITIVE_INFINITY], [Number.NaN, Number.POSITIVE_INFINITY]],
    ['holes in arrays, as undefined', Object.assign([], { 1: 'b' }), [undefined, 'b']],
    ['empty texts and keys', { '': '' }, { '': '' }],
    [
      'the same object twice',
      ((line) => ({ first: line, last: line }))({ sku: 'A-1' }),
      { first: { sku: 'A-1' }, last: { sku: 'A-1' } },
    ],
    ['a field called nodeType', { nodeType: 'leaf' }, { nodeType: 'leaf' }],
    ['64 levels', nested(64), nested(64)],
  ])('is published: %s', (_what, payload, published) => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(bus.emit(noted, payload).data).toStrictEqual(published);
  });

  it('may be as large as it likes: bounds on size are for what comes in from outside', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index} of many`);
    expect(bus.emit(noted, lines).data).toEqual(lines);
  });

  it('may be as deep as the hub says', () => {
    const bus = createBus({ source: 'cart', hub: createHub({ limits: { depth: 3 } }) });
    expect(bus.emit(noted, nested(3)).data).toEqual(nested(3));
    expect(() => bus.emit(noted, nested(4))).toThrow(expect.objectContaining({ code: 'payload-too-deep' }));
  });

  it('has each of its getters read once, before the schema is asked', () => {
    let reads = 0;
    const sly = {
      get price() {
        return ++reads === 1 ? 7 : 'free';
      },
    };
    const contract = defineEvent('cart:priced', { version: 1, schema: z.object({ price: z.number() }) });
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(bus.emit(contract, sly as { price: number }).data).toEqual({ price: 7 });
    expect(reads).toBe(1);
  });
});
