import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { compareSchemas } from '../compare-schemas.ts';
import { listedDifferences } from '../listed-differences.test.fixture.ts';

const string = { type: 'string' };
const number = { type: 'number' };

function list(value: JsonSchema): JsonSchema {
  const node = { type: 'object', properties: { value, next: { $ref: '#/$defs/node' } }, additionalProperties: false };
  return { $ref: '#/$defs/node', $defs: { node } };
}

/** Definitions that lead to one another in `ways` ways each; every value in them is told apart by its `kind`. */
function web(size: number, value: JsonSchema, ways: (index: number) => JsonSchemaObject): JsonSchema {
  const definition = (index: number) => ({
    type: 'object',
    properties: { kind: { const: index }, value: structuredClone(value), ...ways(index) },
    required: ['kind'],
    additionalProperties: false,
  });
  const $defs = Object.fromEntries(Array.from({ length: size }, (_, index) => [`d${index}`, definition(index)]));
  return { $ref: '#/$defs/d0', $defs };
}

const to = (index: number, size: number) => ({ $ref: `#/$defs/d${index % size}` });
const all = (size: number) => Array.from({ length: size }, (_, index) => to(index, size));

describe('A recursive schema', () => {
  it('is compared once around', () => {
    expect(listedDifferences(list({ ...string, maxLength: 3 }), list({ ...string, maxLength: 5 }))).toEqual([
      'MAX_LENGTH_INCREASED #/properties/value/maxLength',
    ]);
  });

  it('is broken in all places where it is broken in one', () => {
    const tree = (leaf: JsonSchema): JsonSchema => ({
      $ref: '#/$defs/tree',
      $defs: { tree: { anyOf: [{ type: 'array', items: { $ref: '#/$defs/tree' } }, leaf, { type: 'null' }] } },
    });
    expect(listedDifferences(tree(number), tree({ type: 'integer' }))).toContain(
      'COMBINED_TYPE_SUBSCHEMAS_CHANGED #/ (breaking)',
    );
    expect(compareSchemas(tree({ type: 'integer' }), tree(number), { policy: 'strict' }).compatible).toBe(true);
  });

  it('hides no break behind a branch that leads back to it', () => {
    const node = (value: JsonSchema) => ({
      $ref: '#/$defs/a',
      $defs: {
        a: { properties: { b: { $ref: '#/$defs/b' }, value } },
        b: { anyOf: [{ $ref: '#/$defs/a' }, { type: 'null' }] },
      },
    });
    expect(listedDifferences(node(string), node(number))).toEqual([
      'COMBINED_TYPE_SUBSCHEMAS_CHANGED #/properties/b (breaking)',
      'TYPE_CHANGED #/properties/value (breaking)',
    ]);
  });

  it('goes with the same schema written out once', () => {
    const original = list(string);
    const written = structuredClone(original) as Record<string, Record<string, unknown>>;
    const updated = { ...written, $ref: undefined, ...(written['$defs']?.['node'] as object) };
    expect(compareSchemas(original, JSON.parse(JSON.stringify(updated)), { policy: 'strict' })).toEqual({
      compatible: true,
      differences: [],
    });
  });

  it('is compared in under a second at 5,000 lines', () => {
    const ways = (index: number) => ({
      next: to(index + 1, 300),
      other: to(index * 3 + 2, 300),
      more: { items: to(index * 7 + 1, 300) },
    });
    const [original, updated] = [3, 5].map((maxLength) => web(300, { ...string, maxLength }, ways));
    expect(JSON.stringify(updated, null, 2).split('\n').length).toBeGreaterThan(5_000);
    const begin = performance.now();
    expect(compareSchemas(original ?? true, updated ?? true, { policy: 'strict' }).compatible).toBe(true);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  it('is compared in under a second where every definition has a union of all', () => {
    const ways = (size: number) => () => ({ children: { type: 'array', items: { oneOf: all(size) } } });
    for (const policy of ['strict', 'lenient'] as const) {
      const begin = performance.now();
      const result = compareSchemas(web(24, string, ways(24)), web(24, number, ways(24)), { policy });
      expect(result.compatible).toBe(false);
      expect(performance.now() - begin).toBeLessThan(1_000);
    }
  });

  it('does not report the same definition in thousands of places', () => {
    const ways = (index: number) => ({ a: to(index + 1, 60), b: to(index + 2, 60), c: to(index + 3, 60) });
    const { differences } = compareSchemas(web(60, string, ways), web(60, number, ways), { policy: 'strict' });
    expect(new Set(differences.map(({ path }) => path)).size).toBe(differences.length);
    expect(differences).toHaveLength(60);
  });
});

describe('A schema that is used twice', () => {
  it('is reported in both places', () => {
    const order = (address: JsonSchema) => ({
      properties: { from: { $ref: '#/$defs/address' }, to: { $ref: '#/$defs/address' } },
      $defs: { address },
    });
    expect(listedDifferences(order(string), order(number))).toEqual([
      'TYPE_CHANGED #/properties/from (breaking)',
      'TYPE_CHANGED #/properties/to (breaking)',
    ]);
  });
});

describe('Unions inside unions', () => {
  it('take no time that grows with every level', () => {
    const nested = (depth: number, maxLength: number): JsonSchema =>
      depth === 0
        ? { ...string, maxLength }
        : { anyOf: [nested(depth - 1, maxLength), { properties: { x: nested(depth - 1, maxLength) }, required: ['x'] }] };
    const begin = performance.now();
    expect(compareSchemas(nested(8, 3), nested(8, 5), { policy: 'strict' }).compatible).toBe(true);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
