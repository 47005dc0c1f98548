import { expect, test } from 'vitest';
import { describeSchema } from './describe-schema.ts';
import { listFields } from './list-fields.ts';
import type { Shape } from './schema-field.ts';

/** How a schema of a single field reads. */
function shapeOfField(schema: unknown, definitions?: object): Shape {
  const root = describeSchema({ type: 'object', properties: { field: schema }, $defs: definitions });
  return root.shape.groups[0]!.fields[0]!.shape;
}

test.each([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'email' }, 'string (e-mail address)'],
  [{ type: 'string', format: 'x-color' }, 'string (x-color)'],
  [{ type: ['string', 'null'] }, 'string or null'],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] }, 'string or number or null'],
  [{ anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }] }, 'string or null'],
  [{ type: 'array', items: { type: 'integer' } }, 'list of integers'],
  [{ type: 'array', items: { type: 'array', items: { type: 'object' } } }, 'list of lists of objects'],
  [{ type: 'array', items: { type: ['string', 'number'] } }, 'list of (string or number)'],
  [{ type: ['array', 'null'], items: { type: 'string' } }, 'list of strings or null'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'record of numbers'],
  [{ enum: ['a', 'b', null] }, 'string or null'],
  [{ const: 3 }, 'number'],
  [{ properties: { a: true } }, 'object'],
  [{ 'x-type': 'bigint' }, 'bigint, which JSON Schema cannot express'],
  [{}, 'anything'],
  [true, 'anything'],
  [false, 'never there'],
  [{ anyOf: [] }, 'never there'],
  [{ anyOf: [{ type: 'string' }], oneOf: [] }, 'never there'],
])('%j reads as «%s»', (schema, words) => {
  expect(shapeOfField(schema).words).toBe(words);
});

test.each([
  [{ type: 'integer', minimum: 0, maximum: 9 }, ['at least 0', 'at most 9']],
  [{ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, []],
  [{ type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 }, ['more than 0', 'a multiple of 0.5']],
  [{ type: 'number', minimum: 1, exclusiveMinimum: true }, ['more than 1']],
  [{ type: 'string', minLength: 1, maxLength: 5 }, ['1 character or more', 'at most 5 characters']],
  [
    { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string', minLength: 3 } },
    ['2 items or more', 'no item twice', 'each: 3 characters or more'],
  ],
  [{ type: 'array', prefixItems: [true, true], items: false }, ['no further items']],
  [{ type: 'object', propertyNames: { minLength: 2 } }, ['names: 2 characters or more']],
  [{ 'x-checks': ['a valid sum'] }, ['a valid sum']],
])('%j asks for %j', (schema, constraints) => {
  expect(shapeOfField(schema).constraints.map(({ words }) => words)).toEqual(constraints);
});

test('a choice of values is listed', () => {
  expect(shapeOfField({ enum: ['EUR', 'SEK'] }).constraints).toEqual([{ words: 'one of', values: ['EUR', 'SEK'] }]);
  expect(shapeOfField({ const: 'card' }).constraints).toEqual([{ words: 'always', values: ['card'] }]);
});

test('fields say whether they are required, their default, their description and their tags', () => {
  const email = { type: 'string', description: 'Where to write', default: '', tags: ['inline'], deprecated: true };
  const root = describeSchema(
    { type: 'object', properties: { email, name: {} }, required: ['email'] },
    { fieldTags: { '/email': ['pii'] } },
  );
  const [first, second] = root.shape.groups[0]!.fields;
  expect(first).toMatchObject({
    required: true,
    description: 'Where to write',
    default: [''],
    tags: ['pii', 'inline'],
    deprecated: true,
  });
  expect(second).toMatchObject({ required: false, tags: [], deprecated: false });
});

test('the fields of the items of a list are below the list', () => {
  const { groups } = shapeOfField({ type: 'array', items: { type: 'object', properties: { sku: {} } } });
  expect(groups.flatMap(({ fields }) => fields.map(({ name, place }) => [name, place]))).toEqual([['sku', '/field/*/sku']]);
});

test('the places of a tuple are numbered', () => {
  const { groups } = shapeOfField({ type: 'array', prefixItems: [{ type: 'number' }, {}], items: { type: 'string' } });
  expect(groups).toMatchObject([{ label: 'Places', fields: [{ name: '[0]' }, { name: '[1]' }, { name: '[…]' }] }]);
});

test('shapes that a field tells apart are called by that field', () => {
  const card = { type: 'object', properties: { kind: { const: 'card' } } };
  const cash = { type: 'object', title: 'Cash', properties: {} };
  const shape = shapeOfField(
    { oneOf: [card, cash, { $ref: '#/$defs/X' }, { type: 'null' }] },
    { X: { ...card, properties: { kind: { const: 'x' } } } },
  );
  expect(shape.words).toBe('one of 3 shapes or null');
  expect(shape.groups).toMatchObject([
    { label: 'Exactly one of', fields: [{ name: 'kind: "card"' }, { name: 'Cash' }, { name: 'kind: "x"' }] },
  ]);
});

test('a second union is a group of its own', () => {
  const shapes = [
    { title: 'Card', properties: { number: {} } },
    { title: 'Cash', properties: { coins: {} } },
  ];
  const plain = shapeOfField({ anyOf: [{ type: 'string' }, { type: 'number' }], oneOf: [{ const: 1 }, { type: 'null' }] });
  expect(plain).toMatchObject({ words: 'string or number', groups: [{ label: 'Exactly one of' }] });
  expect(plain.groups[0]!.fields.map(({ shape }) => shape.words)).toEqual(['number', 'null']);
  expect(shapeOfField({ anyOf: shapes, oneOf: shapes }).groups.map(({ label }) => label)).toEqual(['One of', 'Exactly one of']);
});

test('fields by pattern and any other field have a line', () => {
  const schema = {
    type: 'object',
    properties: { a: {} },
    patternProperties: { '^x-': {} },
    additionalProperties: { type: 'string' },
  };
  expect(shapeOfField(schema).groups[0]?.fields.map(({ name }) => name)).toEqual(['a', '/^x-/', 'any other']);
});

test('conditions are groups of their own', () => {
  const parts = '"not": { "required": ["b"] }, "if": { "properties": { "c": {} } }, "then": { "minProperties": 2 }';
  const schema = JSON.parse(`{ "allOf": [{ "properties": { "a": {} } }], ${parts} }`);
  expect(shapeOfField(schema).groups.map(({ label }) => label)).toEqual(['All of', 'Never', 'If', 'Then']);
});

test('a definition that is used twice is explained once', () => {
  const [bill, ship] = describeSchema({
    properties: { bill: { $ref: '#/$defs/Address' }, ship: { $ref: '#/$defs/Address' } },
    $defs: { Address: { title: 'Address', properties: { city: {} } } },
  }).shape.groups[0]!.fields;
  expect(bill?.shape.groups).toHaveLength(1);
  expect(ship?.shape).toMatchObject({ words: 'Address', groups: [], sameAs: { anchor: bill?.anchor, label: 'bill' } });
});

test('a definition of a single line is repeated instead', () => {
  const shape = shapeOfField({ type: 'array', items: { $ref: '#/$defs/Id' } }, { Id: { type: 'string', format: 'uuid' } });
  expect(shape).toMatchObject({ words: 'list of strings (UUID)', groups: [] });
});

test.each([
  ['the whole schema', { properties: { child: { $ref: '#' } } }],
  ['a definition', { $ref: '#/$defs/Node', $defs: { Node: { properties: { child: { $ref: '#/$defs/Node' } } } } }],
  ['an anchor', { $ref: '#node', $defs: { Node: { $anchor: 'node', properties: { child: { $ref: '#node' } } } } }],
])('recursion into %s ends with a link', (_, schema) => {
  const [child] = describeSchema(schema).shape.groups[0]!.fields;
  expect(child?.shape.sameAs).toEqual({ anchor: 'field', label: expect.stringMatching(/payload/) });
});

test('references in a circle that say nothing end, too', () => {
  const definitions = { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } };
  expect(shapeOfField({ $ref: '#/$defs/a' }, definitions).groups).toEqual([]);
});

test('a reference that leads nowhere is shown as it is', () => {
  expect(shapeOfField({ $ref: 'https://example.org/line' }).constraints).toEqual([
    { words: 'as defined by', values: ['https://example.org/line'] },
  ]);
});

test('a tree has the size of the schema, however often definitions refer to each other', () => {
  const doubled = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `d${index}`,
      { anyOf: [{ $ref: `#/$defs/d${index + 1}` }, { type: 'array', items: { $ref: `#/$defs/d${index + 1}` } }] },
    ]),
  );
  const root = describeSchema({ $ref: '#/$defs/d0', $defs: { ...doubled, d40: { properties: { end: {} } } } });
  expect(listFields(root).length).toBeLessThan(200);
});

test('what is nested too deeply for a page is left to the JSON Schema', () => {
  let schema: object = {};
  for (let depth = 0; depth < 3_000; depth += 1) schema = { properties: { deeper: schema } };
  const fields = listFields(describeSchema(schema));
  expect(fields.length).toBeLessThan(100);
  expect(fields.at(-1)?.shape.constraints).toEqual([{ words: 'the rest is in the JSON Schema' }]);
});

test('ids are unique, also where names differ in signs only', () => {
  const properties = { 'a b': {}, 'a-b': { properties: { c: {} } }, 'a/b': {}, '': {}, '*': {} };
  const anchors = listFields(describeSchema({ properties })).map(({ anchor }) => anchor);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(anchors.every((anchor) => /^[\w.-]+$/.test(anchor))).toBe(true);
});
