import { expect, test } from 'vitest';
import { samplePayload } from './sample-payload.ts';

const named = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
const counting = { type: 'object', properties: { count: { type: 'integer' } }, required: ['count'] };

test.each([
  [{ allOf: [named, counting] }, { name: '…', count: 1 }],
  [
    { ...named, allOf: [counting] },
    { name: '…', count: 1 },
  ],
  [
    { allOf: [{ $ref: '#/$defs/Named' }, counting], $defs: { Named: named } },
    { name: '…', count: 1 },
  ],
  [{ allOf: [named, { properties: { name: { minLength: 2 } }, required: ['name'] }] }, { name: '…' }],
  [{ allOf: [{ minLength: 2 }, { type: 'string' }] }, '…'],
  [{ allOf: [{ type: 'string' }, { minLength: 2 }] }, '…'],
  [{ allOf: [] }, {}],
])('all parts of %j are in its sample', (schema, sample) => {
  expect(samplePayload(schema)).toEqual(sample);
});

test.each([
  [{ type: 'number' }, 1],
  [{ type: 'integer', minimum: 5 }, 5],
  [{ type: 'number', minimum: 2.5 }, 2.5],
  [{ type: 'integer', minimum: 2.5 }, 3],
  [{ type: 'number', maximum: 0 }, 0],
  [{ type: 'integer', exclusiveMinimum: 5 }, 6],
  [{ type: 'integer', exclusiveMaximum: 0 }, -1],
  [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 }, 0.25],
  [{ type: 'number', minimum: 1, exclusiveMinimum: true }, 2],
  [{ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, 1],
])('the sample of %j is within its limits', (schema, sample) => {
  expect(samplePayload(schema)).toBe(sample);
});
