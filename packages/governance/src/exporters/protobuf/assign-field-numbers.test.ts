import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { anyObject, anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { assignFieldNumbers, type FieldNumbers, messageOfKey } from './assign-field-numbers.ts';
import { exportProtobuf } from './export-protobuf.ts';
import { parseProto } from './parse-proto.test.fixture.ts';

const objects = anyObject(anyPayload(2)).map(({ schema }) => rooted(schema));
const text = { type: 'string' };
const line = (properties: object) => contractOf({ type: 'object', properties, additionalProperties: false });

/** Which fields of one message have the same number. */
function doubles(numbers: FieldNumbers): string[] {
  const places = Object.entries(numbers).map(([key, number]) => `${messageOfKey(key)} ${number}`);
  return places.filter((place, index) => places.indexOf(place) !== index);
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

describe('field numbers', () => {
  it('never name two fields, whatever becomes of a contract', () => {
    const histories = fc.array(objects, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(histories, (history) => {
        let numbers: FieldNumbers = {};
        for (const schema of history) {
          const next = assignFieldNumbers(numbers, contractOf(schema));
          expect(next).toMatchObject(numbers);
          expect(doubles(next)).toEqual([]);
          numbers = next;
        }
      }),
    );
  });

  it('do not depend on the order in which a schema names its fields', () => {
    fc.assert(
      fc.property(objects, (schema) => {
        const other = contractOf(reversed(schema) as JsonSchema);
        expect(assignFieldNumbers({}, other)).toEqual(assignFieldNumbers({}, contractOf(schema)));
      }),
    );
  });

  it('of a field that is gone stay reserved, with its name', () => {
    const [first, second] = [line({ sku: text, price: text }), { ...line({ sku: text }), version: 2 }];
    const file = exportProtobuf([first, second]).files[1]!.text;
    expect(file).toContain('reserved 1;\n  reserved "price";');
    expect(parseProto(file).lookupType('cart.ItemAdded').reserved).toEqual([[1, 1], 'price']);
  });

  it('are new where the type of a field is another', () => {
    const before = assignFieldNumbers({}, line({ price: text }));
    expect(assignFieldNumbers(before, line({ price: { type: 'number' } }))).toEqual({ '#price:string': 1, '#price:double': 2 });
  });

  it('leave out those that Protobuf keeps for itself', () => {
    expect(assignFieldNumbers({ '#a:string': 18_999 }, line({ b: text }))['#b:string']).toBe(20_000);
  });

  it('that later versions have in the lock file are not given to earlier ones', () => {
    const first = line({ sku: text, note: text });
    const second = { ...line({ sku: text, price: text }), version: 2, fieldNumbers: { '#sku:string': 1, '#price:string': 2 } };
    const [one, two] = exportProtobuf([first, second]).files.map(
      (file) => parseProto(file.text).lookupType('cart.ItemAdded').fields,
    );
    expect([one!['sku']!.id, one!['note']!.id, two!['price']!.id]).toEqual([1, 3, 2]);
  });
});
