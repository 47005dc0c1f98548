import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchema } from '../json-schema/any-schema.test.fixture.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { randomRuns } from '../random-runs.test.fixture.ts';
import { unroll } from './unroll.ts';

describe('an unrolled schema', () => {
  it('has no references, whatever the schema', () => {
    fc.assert(
      fc.property(anySchema().filter(isPlainObject), (schema) => {
        expect(JSON.stringify(unroll(schema))).not.toContain('"$ref":');
      }),
      randomRuns(100),
    );
  });

  it('holds itself as often as in a small example', () => {
    const tree = { type: 'object', properties: { left: { $ref: '#' }, name: {} }, required: ['name'] };
    const leaf = { type: 'object', properties: { name: {} }, required: ['name'] };
    const node = (left: object) => ({ ...leaf, properties: { left, name: {} } });
    expect(unroll(tree)).toEqual(node(node(leaf)));
  });

  it('ends in empty lists, absent fields and other branches', () => {
    const Part = { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/Part' } }] };
    const unrolled = JSON.stringify(unroll({ $ref: '#/$defs/Part', $defs: { Part } }));
    expect(unrolled).toContain('{"type":"array","items":false,"maxItems":0}');
  });

  it('admits nothing where there is no end', () => {
    const endless = { type: 'object', properties: { next: { $ref: '#' } }, required: ['next'] };
    expect(unroll(endless)).toEqual({ not: {} });
    expect(unroll({ $ref: '#/$defs/nobody' })).toEqual({ not: {} });
  });

  it('keeps what stands beside a reference', () => {
    expect(unroll({ $ref: '#/$defs/A', minimum: 1, $defs: { A: { type: 'integer' } } })).toEqual({
      allOf: [{ type: 'integer' }, { minimum: 1 }],
    });
  });

  it('stays small where many definitions hold each other', () => {
    const names = Array.from({ length: 20 }, (_, index) => `D${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
    const $defs = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
    expect(JSON.stringify(unroll({ $ref: '#/$defs/D0', $defs })).length).toBeLessThan(100_000);
  });
});
