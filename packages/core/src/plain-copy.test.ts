import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CopyBounds, plainCopy, type Refuse } from './plain-copy.ts';

const bounds: CopyBounds = { depth: 64, nodes: 10_000, bytes: 262_144 };
const key = fc.string().filter((text) => text !== '__proto__' && text !== 'constructor');
const tree = fc.anything({ key, withBigInt: true, withNullPrototype: true, withSparseArray: true, maxDepth: 6 });
const jsonTree = fc.object({ key, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)], maxDepth: 5 });

function objectsIn(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  for (const inside of Reflect.ownKeys(value)) objectsIn(Reflect.get(value, inside), found);
  return found;
}

/** Values of a tree, itself included: what `nodes` bounds. */
function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inside) => sum + countValues(inside), 1);
}

/** Levels of objects: what `depth` bounds. */
function countLevels(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(countLevels));
}

const refuse: Refuse = (code, path, cause) => {
  throw Object.assign(new Error(code, { cause }), { code, path });
};

function refusal(code: string, path?: string): unknown {
  return expect.objectContaining({ code, ...(path !== undefined && { path }) });
}

describe('plainCopy', () => {
  it('answers an equal tree', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(plainCopy(value, bounds, refuse)).toEqual(value);
      }),
    );
  });

  it('answers a tree that JSON says in the same words', () => {
    fc.assert(
      fc.property(jsonTree, (value) => {
        expect(JSON.stringify(plainCopy(value, bounds, refuse))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('freezes every level', () => {
    fc.assert(
      fc.property(tree, (value) => {
        for (const inside of objectsIn(plainCopy(value, bounds, refuse))) expect(Object.isFrozen(inside)).toBe(true);
      }),
    );
  });

  it('shares no object with the original, and leaves the original as it is', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const originals = objectsIn(value);
        const frozen = [...originals].filter(Object.isFrozen).length;
        for (const inside of objectsIn(plainCopy(value, bounds, refuse))) expect(originals.has(inside)).toBe(false);
        expect([...originals].filter(Object.isFrozen)).toHaveLength(frozen);
      }),
    );
  });

  it('copies nothing under symbol keys, which neither JSON nor structured clones know', () => {
    const hidden = { mine: true };
    const copy = plainCopy({ sku: 'A-1', [Symbol('owner')]: hidden }, bounds, refuse);
    expect(objectsIn(copy)).not.toContain(hidden);
  });

  it('keeps bigints, undefined, NaN, minus zero and the holes of arrays as undefined', () => {
    const holed: unknown[] = [];
    holed[2] = -0;
    expect(plainCopy({ big: 2n ** 70n, none: undefined, nan: Number.NaN, holed }, bounds, refuse)).toStrictEqual({
      big: 2n ** 70n,
      none: undefined,
      nan: Number.NaN,
      holed: [undefined, undefined, -0],
    });
  });

  it('copies what a proxy stands for, as in the reactive objects of a framework', () => {
    const reactive = new Proxy({ lines: new Proxy([{ sku: 'A-1' }], {}) }, {});
    expect(plainCopy(reactive, bounds, refuse)).toEqual({ lines: [{ sku: 'A-1' }] });
  });

  it('reads each property once', () => {
    let reads = 0;
    const counting = {
      get price() {
        return ++reads;
      },
    };
    expect(plainCopy({ counting }, bounds, refuse)).toEqual({ counting: { price: 1 } });
    expect(reads).toBe(1);
  });
});

describe('the bounds of plainCopy', () => {
  it('let exactly so many values pass', () => {
    fc.assert(
      fc.property(jsonTree, (value) => {
        const nodes = countValues(value);
        expect(plainCopy(value, { ...bounds, nodes }, refuse)).toEqual(value);
        expect(() => plainCopy(value, { ...bounds, nodes: nodes - 1 }, refuse)).toThrow(refusal('payload-too-many-nodes'));
      }),
    );
  });

  it('let exactly so many levels pass', () => {
    fc.assert(
      fc.property(jsonTree, (value) => {
        const depth = countLevels(value);
        expect(plainCopy(value, { ...bounds, depth }, refuse)).toEqual(value);
        expect(() => plainCopy(value, { ...bounds, depth: depth - 1 }, refuse)).toThrow(refusal('payload-too-deep'));
      }),
    );
  });

  it('count two bytes for each UTF-16 unit of texts and keys', () => {
    const value = { ab: { c: 'd', e: '🛒' } };
    expect(plainCopy(value, { ...bounds, bytes: 14 }, refuse)).toEqual(value);
    expect(() => plainCopy(value, { ...bounds, bytes: 13 }, refuse)).toThrow(refusal('payload-too-large', 'ab.e'));
  });

  it('end the reading of a huge array, too, not only of what it holds', () => {
    let reads = 0;
    const huge = new Proxy(Array(100_000).fill(0), {
      get(target, index, receiver) {
        reads++;
        return Reflect.get(target, index, receiver);
      },
    });
    expect(() => plainCopy({ huge }, { ...bounds, nodes: 10 }, refuse)).toThrow(refusal('payload-too-many-nodes'));
    expect(reads).toBeLessThan(100);
  });

  it('hold for an array with an endless iterator of its own, which is not asked', () => {
    const endless = Object.assign([1], {
      [Symbol.iterator]: () => {
        throw new Error('asked');
      },
    });
    expect(plainCopy({ endless }, { ...bounds, nodes: 10 }, refuse)).toEqual({ endless: [1] });
  });
});
