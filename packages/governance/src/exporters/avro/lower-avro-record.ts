import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { fitsShape } from '../shape/fits-shape.ts';
import type { Field, ObjectShape, Shape, TupleShape } from '../shape/shape.ts';
import { splitNull } from '../shape/split-null.ts';
import { UniqueNames } from '../unique-names.ts';
import { arrayType, mapType, unionType } from './avro-collections.ts';
import { type AvroLowering, attributesOf, note, takeName } from './avro-lowering.ts';
import { type AvroType, avroName, nullType } from './avro-type.ts';

/** A field of a record, and the part of the payload that it holds. */
interface AvroField {
  readonly name: string;
  readonly type: AvroType;
  readonly schema: Readonly<Record<string, unknown>>;
  /** The field's value in a payload; undefined where it is absent. */
  take(payload: unknown): unknown;
  /** Puts a value that was read into a payload. */
  give(payload: Record<string, unknown>, value: unknown): void;
}

/** How the payload of a record is put together from its fields. */
interface Form {
  readonly shape: Shape;
  readonly fields: () => readonly AvroField[];
  /** What a payload is, once its fields are there. */
  readonly finish: (payload: Record<string, unknown>) => unknown;
}

/** @param name The full name, for the event's own record. */
export function recordOf(shape: ObjectShape, lowering: AvroLowering, name?: string): AvroType {
  return buildRecord({ shape, fields: () => objectFields(shape, lowering), finish: (payload) => payload }, lowering, name);
}

/** A record of what stands in the places of a list. */
export function tupleRecord(shape: TupleShape, lowering: AvroLowering): AvroType {
  const finish = (payload: Record<string, unknown>) => {
    const { rest = [], ...items } = payload;
    return [...Object.values(items), ...(rest as unknown[])];
  };
  return buildRecord({ shape, fields: () => tupleFields(shape, lowering), finish }, lowering);
}

/** A record with one field, for what Avro can give no name or cannot put where it stands. */
export function wrapperRecord(shape: Shape, lowering: AvroLowering, inner: () => AvroType, name?: string): AvroType {
  const fields = () => {
    const type = inner();
    const give = (payload: Record<string, unknown>, value: unknown) => void Object.assign(payload, { value });
    return [{ name: 'value', type, schema: { name: 'value', type: type.schema }, take: (payload: unknown) => payload, give }];
  };
  return buildRecord({ shape, fields, finish: ({ value }) => value }, lowering, name);
}

function buildRecord(form: Form, lowering: AvroLowering, fullName?: string): AvroType {
  const { shape } = form;
  const name = fullName ?? takeName(shape.place, lowering);
  let fields: readonly AvroField[] = [];
  const convert = (value: unknown, change: (type: AvroType, part: unknown) => unknown) =>
    fields.map((field) => [field.name, change(field.type, field.take(value))] as const);
  const type = {
    schema: undefined as unknown,
    branch: name,
    shape,
    encode: (value: unknown) => Object.fromEntries(convert(value, (inner, part) => inner.encode(part))),
    decode: (value: unknown) => form.finish(decodeFields(fields, value as Readonly<Record<string, unknown>>)),
    asDefault: (value: unknown) => {
      const entries = convert(value, (inner, part) => inner.asDefault(part));
      return entries.some(([, part]) => part === undefined) ? undefined : Object.fromEntries(entries);
    },
  };
  if (!lowering.records.has(shape.place)) lowering.records.set(shape.place, { ...type, schema: name });
  fields = form.fields();
  type.schema = { type: 'record', name, fields: fields.map((field) => field.schema) };
  return type;
}

function decodeFields(fields: readonly AvroField[], record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const { name, type, give } of fields) give(payload, type.decode(record[name]));
  return payload;
}

function objectFields(shape: ObjectShape, lowering: AvroLowering): AvroField[] {
  const names = new UniqueNames(['constructor']);
  const fields = shape.fields.map((field) => objectField(field, names.take(avroName(field.name)), lowering));
  if (shape.open) note(lowering, shape.place, 'Fields that the schema does not name are not carried.');
  if (!shape.rest || shape.rest.kind === 'never') return fields;
  const name = names.take('additional_fields');
  return [...fields, restField(name, shape, mapType(lowering.lower(shape.rest), shape))];
}

/** All fields without a name of their own, in a map. */
function restField(name: string, shape: ObjectShape, type: AvroType): AvroField {
  const named = new Set(shape.fields.map((field) => field.name));
  return {
    name,
    type,
    schema: { name, type: type.schema, default: {} },
    take: (payload) => Object.fromEntries(Object.entries(payload as object).filter(([property]) => !named.has(property))),
    give: (payload, value) => void Object.assign(payload, value),
  };
}

function objectField(field: Field, name: string, lowering: AvroLowering): AvroField {
  const type = fieldType(field, lowering);
  if (splitNull(field.shape).isNullable && !field.required)
    note(lowering, field.shape.place, 'Absent and null are the same in Avro: null is read as absent.');
  const mangled = name === field.name ? {} : { 'x-name': field.name };
  return {
    name,
    type,
    schema: { name, ...mangled, type: type.schema, ...attributesOf(field.shape, lowering), ...defaultOf(field, type, lowering) },
    take: (payload) => (isPlainObject(payload) && Object.hasOwn(payload, field.name) ? payload[field.name] : undefined),
    give: (payload, value) => {
      if (value === null && !field.required) return;
      Object.defineProperty(payload, field.name, { value, enumerable: true, configurable: true, writable: true });
    },
  };
}

/** `null` is one of the forms where the field may be absent; the form of the default comes first, as Avro wants it. */
function fieldType({ shape, required, default: fallback }: Field, lowering: AvroLowering): AvroType {
  const type = lowering.lowerBare(shape);
  const members = type.members ?? [type];
  if (!required) return unionType([nullType, ...members.filter(({ branch }) => branch !== 'null')], shape, lowering.places);
  if (!fallback || members.length < 2) return type;
  const first = members.find((member) => fitsShape(member.shape, fallback.value, lowering.places, true))!;
  return unionType([first, ...members.filter((member) => member !== first)], shape, lowering.places);
}

function defaultOf({ shape, required, default: fallback }: Field, type: AvroType, lowering: AvroLowering): { default?: unknown } {
  if (!required) {
    if (fallback) note(lowering, shape.place, 'An optional field defaults to null in Avro: its default is not carried.');
    return { default: null };
  }
  const value = fallback && type.asDefault(fallback.value);
  if (fallback && value === undefined) note(lowering, shape.place, 'Avro cannot write this default: it is not carried.');
  return value === undefined ? {} : { default: value };
}

function tupleFields(shape: TupleShape, lowering: AvroLowering): AvroField[] {
  const items = shape.items.map((item, index) => {
    const name = `item_${index}`;
    const type = index < shape.required ? lowering.lower(item) : orNull(lowering.lower(item), item, lowering);
    return placeField(name, type, (list) => list[index], index >= shape.required);
  });
  if (!shape.rest || shape.rest.kind === 'never') return items;
  const rest = arrayType(lowering.lower(shape.rest), shape);
  return [...items, placeField('rest', rest, (list) => list.slice(shape.items.length), false)];
}

function placeField(name: string, type: AvroType, take: (list: readonly unknown[]) => unknown, isOptional: boolean): AvroField {
  const give = (payload: Record<string, unknown>, value: unknown) => {
    if (value !== null || !isOptional) payload[name] = value;
  };
  return {
    name,
    type,
    schema: { name, type: type.schema, ...(isOptional && { default: null }) },
    take: (list) => take(list as unknown[]),
    give,
  };
}

function orNull(type: AvroType, shape: Shape, { places }: AvroLowering): AvroType {
  const members = (type.members ?? [type]).filter(({ branch }) => branch !== 'null');
  return unionType([nullType, ...members], shape, places);
}
