import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { compareSchemas } from '../compare-schemas.ts';
import { listedDifferences, verdictsOf } from '../listed-differences.test.fixture.ts';

const string = { type: 'string' };
const models: Readonly<Record<string, JsonSchemaObject>> = {
  open: {},
  'open by `true`': { additionalProperties: true },
  closed: { additionalProperties: false },
  'closed by `unevaluatedProperties`': { unevaluatedProperties: false },
  'partly open to the like': { additionalProperties: string },
  'partly open to the like by a pattern': { additionalProperties: false, patternProperties: { '^new': string } },
  'partly open to the like by `unevaluatedProperties`': { unevaluatedProperties: string },
  'partly open to others': { additionalProperties: { type: 'number' } },
};
const additions: Readonly<Record<string, readonly [schema: JsonSchema, required: readonly string[]]>> = {
  'an optional property': [string, []],
  'a required property': [string, ['new']],
  'a required property with a default': [{ ...string, default: '' }, ['new']],
  'a property for anything': [true, []],
};

function object(model: string, added?: string): JsonSchema {
  const [schema, required] = additions[added ?? ''] ?? [];
  const properties = { old: { type: 'number' }, ...(schema !== undefined && { new: schema }) };
  return { type: 'object', ...models[model], properties, ...(required?.length && { required }) };
}

describe('An object', () => {
  it.each([
    ['an optional property', 'open', 'break', 'ok'],
    ['an optional property', 'open by `true`', 'break', 'ok'],
    ['an optional property', 'closed', 'ok', 'ok'],
    ['an optional property', 'closed by `unevaluatedProperties`', 'ok', 'ok'],
    ['an optional property', 'partly open to the like', 'ok', 'ok'],
    ['an optional property', 'partly open to the like by a pattern', 'ok', 'ok'],
    ['an optional property', 'partly open to the like by `unevaluatedProperties`', 'ok', 'ok'],
    ['an optional property', 'partly open to others', 'break', 'break'],
    ['a required property', 'open', 'break', 'break'],
    ['a required property', 'closed', 'break', 'break'],
    ['a required property', 'partly open to the like', 'break', 'break'],
    ['a required property', 'partly open to others', 'break', 'break'],
    ['a required property with a default', 'open', 'break', 'ok'],
    ['a required property with a default', 'closed', 'ok', 'ok'],
    ['a required property with a default', 'partly open to the like', 'ok', 'ok'],
    ['a required property with a default', 'partly open to others', 'break', 'break'],
    ['a property for anything', 'open', 'ok', 'ok'],
    ['a property for anything', 'closed', 'ok', 'ok'],
    ['a property for anything', 'partly open to the like', 'ok', 'ok'],
  ])('that gets %s and was %s: strict says %s, lenient %s', (addition, model, strict, lenient) => {
    expect(verdictsOf(object(model), object(model, addition))).toEqual([strict, lenient]);
  });

  it.each([
    ['open', 'ok', 'ok'],
    ['closed', 'break', 'ok'],
    ['closed by `unevaluatedProperties`', 'break', 'ok'],
    ['partly open to the like', 'ok', 'ok'],
    ['partly open to the like by a pattern', 'ok', 'ok'],
    ['partly open to others', 'break', 'break'],
  ])('that loses a property and is %s: strict says %s, lenient %s', (model, strict, lenient) => {
    expect(verdictsOf(object(model, 'an optional property'), object(model))).toEqual([strict, lenient]);
    expect(verdictsOf(object(model, 'a required property'), object(model))).toEqual([strict, lenient]);
  });

  it('is judged by the model of the writer when it gets a property, and by that of the reader when it loses one', () => {
    const closed = object('closed');
    expect(verdictsOf(object('open'), { ...(closed as object), properties: { new: string } })).toEqual(['break', 'ok']);
    expect(listedDifferences(object('closed', 'an optional property'), object('open'))).toEqual([
      'ADDITIONAL_PROPERTIES_ADDED #/additionalProperties',
      'PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL #/properties/new',
    ]);
  });

  it('may lose a property that was never allowed', () => {
    const original = { ...models['closed'], properties: { old: string, never: false } };
    expect(listedDifferences(original, { ...models['closed'], properties: { old: string } })).toEqual([
      'PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/never',
    ]);
  });

  it('may have names that every object of JavaScript has, and one that is empty', () => {
    const named = { type: 'object', properties: { constructor: { type: 'string' } } };
    expect(listedDifferences({ type: 'object' }, named)).toEqual([
      'OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/constructor (breaking)',
    ]);
    const dependent = { type: 'object', dependentRequired: { toString: ['sku'] } };
    expect(listedDifferences({ type: 'object' }, dependent)).toEqual([
      'DEPENDENCY_ARRAY_ADDED #/dependencies/toString (breaking)',
    ]);
    const unnamed = (maxLength: number) => ({ properties: { '': { maxLength } } });
    const [difference] = compareSchemas(unnamed(9), unnamed(5)).differences;
    expect(difference?.path).toBe('#/properties//maxLength');
  });

  it('tells what of a property is not covered, beside that it is not', () => {
    const open = object('partly open to others');
    expect(listedDifferences(open, object('partly open to others', 'an optional property'), 'lenient')).toEqual([
      'OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/new',
      'PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/new (tolerated)',
      'TYPE_CHANGED #/properties/new (breaking)',
    ]);
  });
});

describe('Which properties are required', () => {
  const one = (required: string[], schema: JsonSchema = string) => ({ properties: { a: schema }, required });
  it.each([
    ['may be fewer', one(['a']), one([]), ['REQUIRED_ATTRIBUTE_REMOVED #/required/a']],
    ['may not be more', one([]), one(['a']), ['REQUIRED_ATTRIBUTE_ADDED #/required/a (breaking)']],
    [
      'may be more with a default',
      one([], { default: 1 }),
      one(['a'], { default: 1 }),
      ['REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED #/required/a (tolerated)'],
    ],
  ])('%s', (_, original, updated, differences) => {
    expect(listedDifferences(original, updated)).toEqual(differences);
  });

  it('is not looked at for names that nobody declares', () => {
    expect(listedDifferences({ required: ['a'] }, { required: ['b'] })).toEqual([
      'REQUIRED_ATTRIBUTE_ADDED #/required/b (unchecked)',
      'REQUIRED_ATTRIBUTE_REMOVED #/required/a (unchecked)',
    ]);
  });
});

describe('Further properties', () => {
  const further = (additionalProperties?: JsonSchema) => ({
    type: 'object',
    ...(additionalProperties !== undefined && { additionalProperties }),
  });
  const at = '#/additionalProperties';
  it.each([
    ['may be let through', further(false), further(), [`ADDITIONAL_PROPERTIES_ADDED ${at}`]],
    ['may be freed of a schema', further(string), further(true), [`ADDITIONAL_PROPERTIES_EXTENDED ${at}`]],
    ['are compared', further(string), further({ type: 'number' }), [`TYPE_CHANGED ${at} (breaking)`]],
    ['may not be refused', further(), further(false), [`ADDITIONAL_PROPERTIES_REMOVED ${at} (breaking)`]],
    ['may not be held to a schema', further(), further(string), [`ADDITIONAL_PROPERTIES_NARROWED ${at} (breaking)`]],
  ])('%s', (_, original, updated, differences) => {
    expect(listedDifferences(original, updated)).toEqual(differences);
  });

  it('may be refused and held to a schema under `lenient`', () => {
    expect(verdictsOf(further(), further(false))).toEqual(['break', 'ok']);
    expect(verdictsOf(further(), further(string))).toEqual(['break', 'ok']);
  });
});

describe('A tuple', () => {
  const tuple = (prefixItems: JsonSchema[], items?: JsonSchema) => ({ prefixItems, ...(items !== undefined && { items }) });
  const number = { type: 'number' };
  const none = tuple([number]);
  it.each([
    [
      'may not get an item where anything goes',
      none,
      tuple([number, string]),
      'ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/1 (breaking)',
    ],
    ['may get an item for anything', none, tuple([number, true]), 'ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL #/items/1'],
    [
      'may get an item after its end',
      tuple([number], false),
      tuple([number, string], false),
      'ITEM_ADDED_TO_CLOSED_CONTENT_MODEL #/items/1',
    ],
    [
      'may get an item that is covered',
      tuple([number], string),
      tuple([number, string], string),
      'ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1',
    ],
    ['may lose an item where anything goes', tuple([number, string]), none, 'ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL #/items/1'],
    [
      'may not lose an item at its end',
      tuple([number, string], false),
      tuple([number], false),
      'ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL #/items/1 (breaking)',
    ],
    [
      'may lose an item that was never there',
      tuple([number, false], false),
      tuple([number], false),
      'ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL #/items/1',
    ],
    [
      'may lose an item that is covered',
      tuple([number, string], string),
      tuple([number], string),
      'ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1',
    ],
    ['may be continued', tuple([number], false), none, 'ADDITIONAL_ITEMS_ADDED #/additionalItems'],
    ['may not be ended', none, tuple([number], false), 'ADDITIONAL_ITEMS_REMOVED #/additionalItems (breaking)'],
    ['may not be held to a schema', none, tuple([number], string), 'ADDITIONAL_ITEMS_NARROWED #/additionalItems (breaking)'],
    ['may be freed of a schema', tuple([number], string), none, 'ADDITIONAL_ITEMS_EXTENDED #/additionalItems'],
    [
      'may be ended by `unevaluatedItems` no more',
      { ...none, unevaluatedItems: false },
      none,
      'ADDITIONAL_ITEMS_ADDED #/additionalItems',
    ],
  ])('%s', (_, original, updated, difference) => {
    expect(listedDifferences(original, updated, 'strict')).toEqual([difference]);
    expect(listedDifferences(original, updated, 'lenient')).toEqual([difference]);
  });

  it('is ended in drafts before 2020-12 also where there is no tuple, and the keyword says nothing', () => {
    const old = (additionalItems?: JsonSchema) => ({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'array',
      ...(additionalItems !== undefined && { additionalItems }),
    });
    expect(listedDifferences(old(), old(false))).toContain('ADDITIONAL_ITEMS_REMOVED #/additionalItems (breaking)');
    expect(listedDifferences(old(), old(string))).toContain('ADDITIONAL_ITEMS_NARROWED #/additionalItems (breaking)');
    expect(listedDifferences(old(string), old())).toEqual(['ADDITIONAL_ITEMS_EXTENDED #/additionalItems']);
    expect(listedDifferences(old(string), old(number))).toContain('TYPE_CHANGED #/additionalItems (breaking)');
  });

  it('has the same rules and paths in draft-07', () => {
    const old = (items: JsonSchema[], additionalItems: boolean) => ({
      $schema: 'http://json-schema.org/draft-07/schema#',
      items,
      additionalItems,
    });
    expect(listedDifferences(old([number], true), old([number, string], true))).toEqual([
      'ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/1 (breaking)',
    ]);
    expect(listedDifferences(old([number], true), old([number], false))).toEqual([
      'ADDITIONAL_ITEMS_REMOVED #/additionalItems (breaking)',
    ]);
  });
});
