import { expect, test } from 'vitest';
import { compareSides } from './compare-sides.ts';
import { describeSchema } from './describe-schema.ts';

const sentences = (input: object, output: object) => compareSides(describeSchema(input), describeSchema(output));

test('a default is filled in for those who leave the field out', () => {
  const field = { type: 'string', default: 'EUR' };
  expect(sentences({ properties: { field } }, { properties: { field }, required: ['field'] })).toEqual([
    { name: 'field', sentence: 'may be left out by emitters; the bus fills in "EUR". Listeners always get it.' },
  ]);
});

test('a field that is made of another type names both', () => {
  const [input, output] = [{ type: 'string' }, { type: 'number' }].map((at) => ({ properties: { at } }));
  expect(sentences(input!, output!)).toEqual([{ name: 'at', sentence: 'is string when given, number when heard.' }]);
});

test('fields that are added or taken away are told', () => {
  const difference = sentences({ properties: { old: {} } }, { properties: { new: {} } });
  expect(difference.map(({ name, sentence }) => `${name} ${sentence}`)).toEqual([
    'new is added: emitters do not give it.',
    'old is taken, and not passed on.',
  ]);
});

test('an object that only drops what it does not name gives nothing to tell', () => {
  const schema = { type: 'object', properties: { a: {} } };
  expect(sentences(schema, { ...schema, additionalProperties: false })).toEqual([]);
});
