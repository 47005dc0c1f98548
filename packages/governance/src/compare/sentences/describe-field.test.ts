import { expect, it } from 'vitest';
import { describeField } from './describe-field.ts';

it.each([
  ['#/', 'the payload'],
  ['#/maxLength', 'the payload'],
  ['#/properties/sku', '"sku"'],
  ['#/properties/address/properties/street/maxLength', '"address.street"'],
  ['#/properties/lines/items/properties/sku', '"lines[].sku"'],
  ['#/properties/point/items/1', '"point[1]"'],
  ['#/required/price', '"price"'],
  ['#/properties/items/properties/properties', '"items.properties"'],
  ['#/oneOf/1/properties/anyOf', '"anyOf"'],
  ['#/properties/prices/additionalProperties/minimum', '"prices.*"'],
  ['#/properties/a~1b', '"a/b"'],
  ['#/properties/tags/items', '"tags[]"'],
  [`#${'/properties/next'.repeat(9)}/properties/value`, '"next.next.….next.value"'],
  ['#/dependencies/coupon/properties/code', '"code"'],
])('calls the field at %s %s', (path, name) => {
  expect(describeField(path)).toBe(name);
});
