import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CopyBounds, plainCopy } from './plain-copy.ts';

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

function copyOf(value: unknown, bounds: Partial<CopyBounds> = {}): unknown {
  const { depth = 64, nodes = 10_000, bytes = 262_144 } = bounds;
  return plainCopy(value, depth, { nodes, bytes });
}

function refusal(code: string, path?: string): unknown {
  return expect.objectContaining({ code, ...(path !== undefined && { path: path.split('.') }) });
}

describe('plainCopy', () => {
  it('answers an equal tree', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(copyOf(value)).toEqual(value);
      }),
    );
  });

  it('answers a tree that JSON says in the same words', () => {
    fc.assert(
      fc.property(jsonTree, (value) => {
        expect(JSON.stringify(copyOf(value))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('freezes every level', () => {
    fc.assert(
      fc.property(tree, (value) => {
        for (const inside of objectsIn(copyOf(value))) expect(Object.isFrozen(inside)).toBe(true);
      }),
    );
  });

  it('shares no object with the original, and leaves the original as it is', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const originals = objectsIn(value);
        const frozen = [...originals].filter(Object.isFrozen).length;
        for (const inside of objectsIn(copyOf(value))) expect(originals.has(inside)).toBe(false);
        expect([...originals].filter(Object.isFrozen)).toHaveLength(frozen);
      }),
    );
  });

  it('copies nothing under symbol keys, which neither JSON nor structured clones know', () => {
    const hidden = { mine: true };
    const copy = copyOf({ sku: 'A-1', [Symbol('owner')]: hidden });
    expect(objectsIn(copy)).not.toContain(hidden);
  });

  it('keeps bigints, undefined, NaN, minus zero and the holes of arrays as undefined', () => {
    const holed: unknown[] = [];
    holed[2] = -0;
    expect(copyOf({ big: 2n ** 70n, none: undefined, nan: Number.NaN, holed })).toStrictEqual({
      big: 2n ** 70n,
      none: undefined,
      nan: Number.NaN,
      holed: [undefined, undefined, -0],
    });
  });

  it('copies what a proxy stands for, as in the reactive objects of a framework', () => {
    const reactive = new Proxy({ lines: new Proxy([{ sku: 'A-1' }], {}) }, {});
    expect(copyOf(reactive)).toEqual({ lines: [{ sku: 'A-1' }] });
  });

  it('reads each property once', () => {
    let reads = 0;
    const counting = {
      get price() {
        return ++reads;
      },
    };
    expect(copyOf({ counting })).toEqual({ counting: { price: 1 } });
    expect(reads).toBe(1);
  });
});

describe('the bounds of plainCopy', () => {
  it('let exactly so many values pass', () => {
    fc.assert(
      fc.property(jsonTree, (value) => {
        const nodes = countValues(value);
        expect(copyOf(value, { nodes })).toEqual(value);
        expect(() => copyOf(value, { nodes: nodes - 1 })).toThrow(refusal('payload-too-many-nodes'));
      }),
    );
  });

  it('let exactly so many levels pass', () => {
    fc.assert(
      fc.property(jsonTree, (value) => {
        const depth = countLevels(value);
        expect(copyOf(value, { depth })).toEqual(value);
        expect(() => copyOf(value, { depth: depth - 1 })).toThrow(refusal('payload-too-deep'));
      }),
    );
  });

  it('count two bytes for each UTF-16 unit of texts and keys', () => {
    const value = { ab: { c: 'd', e: '🛒' } };
    expect(copyOf(value, { bytes: 14 })).toEqual(value);
    expect(() => copyOf(value, { bytes: 13 })).toThrow(refusal('payload-too-large', 'ab.e'));
  });

  it('end the reading of a huge array, too, not only of what it holds', () => {
    let reads = 0;
    const huge = new Proxy(Array(100_000).fill(0), {
      get(target, index, receiver) {
        reads++;
        return Reflect.get(target, index, receiver);
      },
    });
    expect(() => copyOf({ huge }, { nodes: 10 })).toThrow(refusal('payload-too-many-nodes'));
    expect(reads).toBeLessThan(100);
  });

  it('hold for an array with an endless iterator of its own, which is not asked', () => {
    const endless = Object.assign([1], {
      [Symbol.iterator]: () => {
        throw new Error('asked');
      },
    });
    expect(copyOf({ endless }, { nodes: 10 })).toEqual({ endless: [1] });
  });
});
