import { expect, test } from 'vitest';
import { describeSchema } from './describe-schema.ts';
import { drawSchema } from './draw-schema.ts';

test('a field has its id, and its name leads to it', () => {
  const { text } = drawSchema(describeSchema({ properties: { sku: { type: 'string' } }, required: ['sku'] }));
  expect(text).toContain('<li class="field" id="field.sku">');
  expect(text).toContain('<a class="field-name" href="#field.sku">sku</a>');
  expect(text).toContain('required');
});

test('a pattern is shown as it is written, a value as JSON', () => {
  const { text } = drawSchema(describeSchema({ type: 'string', pattern: '^\\d+$', default: 'a"b' }));
  expect(text).toContain('matches <code>^\\d+$</code>');
  expect(text).toContain('&quot;a\\&quot;b&quot;');
});

test('of many values the first are shown, and how many there are more', () => {
  const { text } = drawSchema(describeSchema({ enum: Array.from({ length: 50 }, (_, index) => index) }));
  expect(text).toContain('and 10 more');
});

test('personal data stands out', () => {
  const { text } = drawSchema(describeSchema({ properties: { email: {} } }, { fieldTags: { '/email': ['pii'] } }));
  expect(text).toContain('<span class="badge badge-tag badge-personal">pii</span>');
});

test('an object without fields says so', () => {
  expect(drawSchema(describeSchema({ type: 'object', properties: {} })).text).toContain('An object without fields.');
});

test('a field says which apps were recorded to read it', () => {
  const schema = { properties: { lines: { type: 'array', items: { properties: { sku: {}, note: {} } } } } };
  const reads = { checkout: ['/lines', '/lines/*', '/lines/*/sku'], profile: ['/**'] };
  const { text } = drawSchema(describeSchema(schema, { reads }));
  expect(text.match(/read by [^<]+/g)).toEqual(['read by checkout, profile', 'read by checkout, profile', 'read by profile']);
});

test('places of a list and values of a record are read as such', () => {
  const schema = { properties: { sizes: { prefixItems: [{}] }, prices: { additionalProperties: { properties: { net: {} } } } } };
  const reads = { cart: ['/sizes/*', '/prices/A-1/net'], checkout: ['/sizes/0'] };
  const { text } = drawSchema(describeSchema(schema, { reads }));
  expect(text.match(/read by [^<]+/g)).toEqual([
    'read by cart, checkout',
    'read by cart, checkout',
    'read by cart',
    'read by cart',
  ]);
});
