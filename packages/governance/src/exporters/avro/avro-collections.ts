import { mapValues } from '../json-schema/subschemas.ts';
import { formOf, type Places } from '../shape/fits-shape.ts';
import type { Shape } from '../shape/shape.ts';
import type { AvroType } from './avro-type.ts';

export function arrayType(items: AvroType, shape: Shape): AvroType {
  const each = (convert: (item: unknown) => unknown) => (value: unknown) => (value as readonly unknown[]).map(convert);
  return {
    schema: { type: 'array', items: items.schema },
    branch: 'array',
    shape,
    encode: each(items.encode),
    decode: each(items.decode),
    asDefault: (value) => complete(each(items.asDefault)(value)),
  };
}

export function mapType(values: AvroType, shape: Shape): AvroType {
  const each = (convert: (value: unknown) => unknown) => (record: unknown) =>
    mapValues(record as Readonly<Record<string, unknown>>, (value) => convert(value));
  return {
    schema: { type: 'map', values: values.schema },
    branch: 'map',
    shape,
    encode: each(values.encode),
    decode: each(values.decode),
    asDefault: (value) => complete(each(values.asDefault)(value)),
  };
}

/** @throws TypeError in `encode` where a value has none of the forms. */
export function unionType(members: readonly AvroType[], shape: Shape, places: Places): AvroType {
  const memberOf = (value: unknown) => memberFor(members, value ?? null, shape, places);
  return {
    schema: members.map(({ schema }) => schema),
    branch: '',
    shape,
    members,
    encode: (value) => {
      const { branch, encode } = memberOf(value);
      return branch === 'null' ? null : { [branch]: encode(value) };
    },
    decode: (value) => {
      if (value === null) return null;
      const [[branch, inner]] = Object.entries(value as object) as [[string, unknown]];
      return members.find((member) => member.branch === branch)!.decode(inner);
    },
    asDefault: (value) => (memberOf(value) === members[0] ? members[0]!.asDefault(value) : undefined),
  };
}

function memberFor(members: readonly AvroType[], value: unknown, union: Shape, places: Places): AvroType {
  if (value === null && members.some(({ branch }) => branch === 'null')) return members.find(({ branch }) => branch === 'null')!;
  const form = formOf(
    members.map(({ shape }) => shape),
    value,
    places,
  );
  const member = members.find(({ shape }) => shape === form);
  if (!member) throw new TypeError(`The payload has no form of the union at “${union.place || '/'}”.`);
  return member;
}

/** A default is whole or none. */
function complete<Value extends object>(value: Value): Value | undefined {
  return Object.values(value).includes(undefined) ? undefined : value;
}
