import type * as fc from 'fast-check';
import { oneOfRecipes, type Recipe } from './recipe.ts';
import type { World } from './world.ts';

class Sealed {
  #secret = 1;
  get secret(): number {
    return this.#secret;
  }
}

/** Made once: to build a million levels takes longer than to refuse them. */
const abyss = nested(1_000_000);
const roof = nested(64);

function nested(levels: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { value };
  return value;
}

function wide(keys: number): object {
  return Object.fromEntries(Array.from({ length: keys }, (_none, key) => [`key${key}`, key]));
}

function cycle(): unknown {
  const lines: unknown[] = [];
  const cart = { lines };
  lines.push({ cart });
  return cart;
}

/** Each level refers twice to the next: 2^levels places of few objects. */
function shared(levels: number): unknown {
  let value: unknown = { leaf: true };
  for (let level = 0; level < levels; level++) value = [value, value];
  return value;
}

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Looks like a tree without an end to whoever walks down. */
function endless(): unknown {
  return new Proxy(
    {},
    {
      ownKeys: () => ['next'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 0 }),
      get: (_target, key) => (key === 'next' ? endless() : undefined),
    },
  );
}

/** Objects that are no plain data, or only seem so. */
const inAnyRealm: Record<string, (world: World) => unknown> = {
  'Symbol("x")': () => Symbol('x'),
  '() => {}': () => () => {},
  'class {}': () => Sealed,
  'new Sealed()': () => new Sealed(),
  'new Date(NaN)': () => new Date(Number.NaN),
  'new Map()': () => new Map([[1, {}]]),
  'new Set()': () => new Set([1]),
  'new WeakMap()': () => new WeakMap(),
  '/x/g': () => /x/g,
  'new Error("x")': () => new Error('x', { cause: cycle() }),
  'new Uint8Array(4)': () => new Uint8Array(4),
  'new ArrayBuffer(4)': () => new ArrayBuffer(4),
  'new Blob([])': () => new Blob([]),
  'new URL("a:b")': () => new URL('a:b'),
  'Object(1n)': () => Object(1n),
  'Object(Symbol())': () => Object(Symbol()),
  'Object("text")': () => Object('text'),
  arguments: function () {
    // biome-ignore lint/complexity/noArguments: it is what is meant
    return arguments;
  },
  'generator()': () => [][Symbol.iterator](),
  globalThis: () => globalThis,
  Math: () => Math,
  'Object.prototype': () => Object.prototype,
  'Promise.resolve()': () => Promise.resolve({}),
  'hang()': ({ hang }) => hang(),
  'new (class extends Array)': () => new (class Lines extends Array {})(3),
  '[, 1, ,]': () => Object.assign(Array(3), { 1: 1 }),
  'Object.assign([1], { extra })': () => Object.assign([1], { extra: 1 }),
  'Object.create(null)': () => Object.create(null),
  'Object.create({ inherited })': () => Object.create({ inherited: 1 }),
  'Object.freeze({ a: [] })': () => Object.freeze({ a: Object.freeze([]) }),
  '{ [Symbol()]: 1 }': () => ({ [Symbol('key')]: 1, a: 1 }),
  '{ hidden }': () => Object.defineProperty({ a: 1 }, 'hidden', { value: () => {} }),
  '{ "__proto__": … }': () => JSON.parse('{ "a": { "__proto__": { "polluted": 1 } } }'),
  '{ constructor: { prototype } }': () => ({ constructor: { prototype: { polluted: 1 } } }),
  '{ toString: null, valueOf: null }': () => ({ toString: null, valueOf: null }),
  '{ nodeType: 1 }': () => Object.create(Object.create(Object.create(null, { nodeType: { value: 1 } }))),
  'cycle()': cycle,
  'shared(10)': () => shared(10),
  'nested(64)': () => roof,
  'nested(65)': () => [roof],
  'nested(1_000_000)': () => abyss,
  'endless()': endless,
  'revoked({})': () => revoked({}),
  'revoked([])': () => revoked([]),
  'revoked(() => {})': () => revoked(() => {}),
  'new foreign.Object()': ({ foreign }) => Object.assign(new foreign.Object(), { a: 1 }),
  'new foreign.Array()': ({ foreign }) => Object.assign(new foreign.Array(), [1, 2]),
  'new foreign.Map()': ({ foreign }) => new foreign.Map(),
  'new foreign.Date()': ({ foreign }) => new foreign.Date(0),
  'new foreign.Error()': ({ foreign }) => new foreign.Error('foreign'),
  'foreign.Promise.resolve()': ({ foreign }) => foreign.Promise.resolve(),
  'new foreign.Function()': ({ foreign }) => new foreign.Function(),
};

const inPages: Record<string, () => unknown> = {
  window: () => window,
  document: () => document,
  'document.body': () => document.body,
  'new Event("x")': () => new Event('x'),
  'querySelectorAll("*")': () => document.querySelectorAll('*'),
  'body.dataset': () => document.body.dataset,
};

export const exotics: fc.Arbitrary<Recipe> = oneOfRecipes({ ...inAnyRealm, ...(typeof document === 'object' && inPages) });

/** Large ones, which cost so much time that they come seldom. */
export const giants: fc.Arbitrary<Recipe> = oneOfRecipes({
  'wide(10_001)': () => wide(10_001),
  'Array(10_001)': () => Array(10_001),
  'text of 200_000': () => ({ text: 'x'.repeat(200_000) }),
  'shared(13)': () => shared(13),
});
