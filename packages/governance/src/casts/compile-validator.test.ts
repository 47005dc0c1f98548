import { describe, expect, it } from 'vitest';
import { compileValidator } from './compile-validator.ts';

describe('a validator of a described schema', () => {
  it('says where a value is wrong, and what is', () => {
    const validate = compileValidator({ properties: { lines: { items: { required: ['sku'] } } } }, 'nothing');
    expect(validate({ lines: [{ sku: 'a' }, {}] })).toEqual([{ path: 'lines.1', message: "must have required property 'sku'" }]);
    expect(validate({ lines: [] })).toEqual([]);
  });

  it('takes anything or nothing where JSON has no word for a type', () => {
    const schema = { properties: { at: { 'x-type': 'date' } } };
    expect(compileValidator(schema, 'anything')({ at: 1 })).toEqual([]);
    expect(compileValidator(schema, 'nothing')({ at: 1 })).toMatchObject([{ path: 'at' }]);
  });

  it.each([
    [{ 'x-type': 'undefined' }, true],
    [{ anyOf: [{ type: 'string' }, { 'x-type': 'undefined' }] }, true],
    [{}, true],
    [{ type: 'string' }, false],
  ])('knows whether there may be no payload: %j', (schema, may) => {
    expect(compileValidator(schema, 'nothing')(undefined).length === 0).toBe(may);
  });

  it.each([
    ['\\p{L}', 'ä', '1'],
    ['^[\\w\\-]+$', 'a-b', 'ä'],
  ])('reads the pattern %s as JSON Schema does, or as JavaScript does if that makes no sense', (pattern, good, bad) => {
    const validate = compileValidator({ pattern }, 'nothing');
    expect([validate(good).length, validate(bad).length]).toEqual([0, 1]);
  });

  it('knows the formats of schema libraries, and lets through those of others', () => {
    expect(compileValidator({ format: 'e164' }, 'nothing')('0123')).toHaveLength(1);
    expect(compileValidator({ format: 'sku' }, 'nothing')('anything')).toEqual([]);
  });

  it.each([{ a: { anyOf: [{ $ref: '#/$defs/a' }] } }, { a: { $ref: '#/$defs/a' } }])(
    'lets nothing through a schema that comes to no end: %j',
    ($defs) => {
      const validate = compileValidator({ $ref: '#/$defs/a', $defs }, 'nothing');
      expect(validate(1)).toEqual([{ path: '', message: 'is judged by a schema that comes to no end' }]);
    },
  );

  it('fills defaults in where it is asked to', () => {
    const value = {};
    expect(compileValidator({ properties: { n: { default: 1 } }, required: ['n'] }, 'nothing', true)(value)).toEqual([]);
    expect(value).toEqual({ n: 1 });
  });
});
