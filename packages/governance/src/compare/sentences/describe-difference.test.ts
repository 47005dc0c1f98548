import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { compareSchemas } from '../compare-schemas.ts';
import { type DifferenceType, differenceTypes } from '../difference-types.ts';
import { describeDifference } from './describe-difference.ts';

function messages(original: JsonSchema, updated: JsonSchema): string[] {
  return compareSchemas(original, updated, { policy: 'strict' }).differences.map(({ message }) => message);
}

const order = (sku: JsonSchema, required: string[] = []) => ({ properties: { sku }, required });

describe('A difference', () => {
  it.each([
    [
      { maxLength: 20 },
      { maxLength: 10 },
      'The writer promises at most 20 characters in "sku", the reader wants at most 10 characters.',
    ],
    [
      { minLength: 0 },
      { minLength: 0, pattern: '^A' },
      'The reader wants text that matches /^A/ in "sku", which the writer does not promise.',
    ],
    [{ multipleOf: 2 }, { multipleOf: 3 }, 'The writer promises a multiple of 2 in "sku", the reader wants a multiple of 3.'],
    [{ type: 'string' }, { type: 'integer' }, 'The writer sends string in "sku", where the reader expects integer.'],
    [{ enum: ['a', 'b'] }, { enum: ['a'] }, 'The writer may send "b" in "sku", which the reader does not know.'],
    [{ const: 1 }, { const: 2 }, 'The writer may send 1 in "sku", and the reader knows 2 instead.'],
  ])('is told by what the writer sends and what the reader takes: %j, %j', (before, after, message) => {
    expect(messages(order(before), order(after))).toEqual([message]);
  });

  it('of a required field names the field', () => {
    expect(messages(order(true), order(true, ['sku']))).toEqual(['The reader requires "sku", and the writer may leave it out.']);
  });

  it('of a union says what keeps the one schema out that is left on each side', () => {
    const choice = (...values: string[]) => ({ properties: { size: { type: 'string', enum: values } } });
    expect(messages(choice('S', 'M', 'L'), choice('S', 'M'))).toEqual([
      'Not every schema that is combined for "size" has a counterpart that takes as much. The writer may send "L" in "size", which the reader does not know.',
    ]);
  });

  it.each(Object.keys(differenceTypes) as DifferenceType[])('of the type %s has a sentence', (type) => {
    const sentence = describeDifference({ type, path: '#/properties/sku/x', original: 'one', updated: 'two' });
    expect(sentence).toMatch(/^[A-Z"].*\.$/);
    expect(sentence).not.toMatch(/undefined|something else/);
  });
});
