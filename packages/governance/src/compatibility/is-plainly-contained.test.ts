import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSchemas } from '../compare/compare-schemas.ts';
import { anyEditedPair } from '../json-schema/edit-schema.test.fixture.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { randomRuns } from '../random-runs.test.fixture.ts';
import { isPlainlyContained } from './is-plainly-contained.ts';

const text = { type: 'string' };

function object(properties: Readonly<Record<string, JsonSchema>>, more: object = {}): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), ...more };
}

const list = (items: JsonSchema) => ({ type: 'array', items });
const either = (...anyOf: JsonSchema[]) => ({ anyOf: [...anyOf, { type: 'null' }] });
const closed = { additionalProperties: false };
const [one, two] = [{ a: text }, { a: text, b: text }];

describe('isPlainlyContained', () => {
  it.each<[string, JsonSchema, JsonSchema, boolean]>([
    ['the same', object(one), object(one), true],
    ['a field that the reader reads over', object(two), object(one), true],
    ['a field that a closed writer never sends', object(one, closed), object(two, { required: ['a'] }), true],
    ['a field that an open writer may send', object(one), object(two, { required: ['a'] }), false],
    ['a field that the reader requires', object(one, closed), object(two), false],
    ['a field that a closed reader does not know', object(two, closed), object(one, closed), false],
    ['a closed reader of an open writer', object(one), object(one, closed), false],
    ['a change inside of a field', object({ a: object(two, closed) }, closed), object({ a: object(one) }), true],
    ['a change inside of items', list(object(one, closed)), list(object(one)), true],
    ['more items than are taken', list(text), { ...list(text), maxItems: 1 }, false],
    ['a change inside of an alternative', either(object(one, closed)), either(object(one)), true],
    ['an alternative more', either(object(one), text), either(object(one)), false],
    ['the first item alone', { items: [text] }, { items: text }, false],
    [
      'what an alternative leaves to others',
      { anyOf: [object(two)], unevaluatedProperties: false },
      { anyOf: [object(one)], unevaluatedProperties: false },
      false,
    ],
    ['another type', object(one), object({ a: { type: 'number' } }), false],
    ['a keyword that it does not know', object(one, closed), object(one, { minProperties: 1 }), false],
    [
      'a field that no object has of itself',
      object({ a: text }, closed),
      object({ a: text, constructor: text }, { required: ['a'] }),
      true,
    ],
  ])('sees %s', (_what, writer, reader, expected) => {
    expect(isPlainlyContained(writer, reader)).toBe(expected);
  });

  it('says nothing of references, which may mean something else', () => {
    const referring = (item: JsonSchema) => ({ ...(object({ a: { $ref: '#/$defs/item' } }) as object), $defs: { item } });
    expect(isPlainlyContained(referring(text), referring({ type: 'number' }))).toBe(false);
    const tree = (more: object) => object({ a: text, child: { $ref: '#' } }, more);
    expect(isPlainlyContained(tree(closed), tree({}))).toBe(false);
  });

  it('is never a yes where the proof says no', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(anyEditedPair(), anyPlainPair(2)), ([original, updated]) => {
        if (!isPlainlyContained(original, updated)) return true;
        seen++;
        return compareSchemas(original, updated, { policy: 'parsed' }).compatible;
      }),
      randomRuns(1_000),
    );
    expect(seen).toBeGreaterThan(100);
  });
});

type Pair = readonly [JsonSchema, JsonSchema];

/** Two schemas that are written alike but for fields, and for whether objects are closed. */
function anyPlainPair(depth: number): fc.Arbitrary<Pair> {
  const leaf = fc.constantFrom<Pair>(
    [text, text],
    [{ type: 'integer' }, { type: 'integer' }],
    [{ maxLength: 3 }, { maxLength: 3 }],
    [text, {}],
  );
  if (depth === 0) return leaf;
  const inner = anyPlainPair(depth - 1);
  const field = fc.record({ pair: inner, inOne: fc.boolean(), inOther: fc.boolean(), isRequired: fc.boolean() });
  const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), field);
  const objects = fc.tuple(fields, fc.boolean(), fc.boolean()).map(([all, isClosed, isOtherClosed]): Pair => {
    const side = (which: 0 | 1, shut: boolean): JsonSchema => {
      const own = Object.entries(all).filter(([, { inOne, inOther }]) => (which === 0 ? inOne || !inOther : inOther));
      const properties = Object.fromEntries(own.map(([name, { pair }]) => [name, pair[which]]));
      const required = own.filter(([, { isRequired }]) => isRequired).map(([name]) => name);
      return { type: 'object', properties, required, ...(shut && closed) };
    };
    return [side(0, isClosed), side(1, isOtherClosed)];
  });
  const lists = inner.map(([one, other]): Pair => [list(one), list(other)]);
  const unions = fc.tuple(inner, inner).map(([[a, b], [c, d]]): Pair => [{ anyOf: [a, c] }, { anyOf: [b, d] }]);
  return fc.oneof(leaf, { weight: 4, arbitrary: objects }, lists, unions);
}
