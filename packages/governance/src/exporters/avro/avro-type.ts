import type { Shape } from '../shape/shape.ts';
import { asciiName } from '../words.ts';

/** A type of Avro, and how values of a payload become values of it. */
export interface AvroType {
  /** As it stands in the `.avsc`: an object, a list for a union, or a name. */
  readonly schema: unknown;
  /** What a value of this type is marked with inside a union: `string`, or a full name. */
  readonly branch: string;
  /** What payloads have here: it tells the forms of a union apart. */
  readonly shape: Shape;
  /** The forms of a union; absent where it is none. */
  readonly members?: readonly AvroType[];
  /** In Avro's JSON encoding, where values of unions are marked: `{ "string": "A-1" }`. */
  encode(value: unknown): unknown;
  decode(value: unknown): unknown;
  /** The value as the `default` of a field, in which unions are not marked; undefined where Avro cannot write it. */
  asDefault(value: unknown): unknown;
}

/** A name that Avro takes: letters, digits and `_`, no digit first. One that it takes stays as it is. */
export function avroName(name: string): string {
  const plain = asciiName(name).replace(/^\d/, (digit) => `_x3${digit}_`);
  return plain === '' ? '_' : plain;
}

/** A type whose values are the same in Avro as in the payload. */
export function plainType(schema: unknown, branch: string, shape: Shape): AvroType {
  return { schema, branch, shape, encode: same, decode: same, asDefault: same };
}

/** No value, and a field that is not there. */
export const nullType: AvroType = {
  ...plainType('null', 'null', { kind: 'null', place: '', tags: [], constraints: {} }),
  asDefault: () => null,
};

function same(value: unknown): unknown {
  return value;
}
