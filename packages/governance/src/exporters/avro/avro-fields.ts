import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { setOwn } from '../set-own.ts';
import { fitsShape } from '../shape/fits-shape.ts';
import type { Field, ObjectShape, Shape, TupleShape } from '../shape/shape.ts';
import { splitNull } from '../shape/split-null.ts';
import { UniqueNames } from '../unique-names.ts';
import { arrayType, mapType, unionType } from './avro-collections.ts';
import { type AvroLowering, attributesOf, note } from './avro-lowering.ts';
import { type AvroType, avroName, nullType } from './avro-type.ts';

/** A field of a record, and the part of the payload that it holds. */
export interface AvroField {
  readonly name: string;
  readonly type: AvroType;
  readonly schema: Readonly<Record<string, unknown>>;
  /** The field's value in a payload; undefined where it is absent. */
  take(payload: unknown): unknown;
  /** Puts a value that was read into a payload. */
  give(payload: Record<string, unknown>, value: unknown): void;
}

/** The fields of an object's record; what has no name of its own is a map in one more. */
export function objectFields(shape: ObjectShape, lowering: AvroLowering): AvroField[] {
  const names = new UniqueNames(['constructor']);
  const taken = new Map(legalFirst(shape.fields).map((field) => [field, names.take(avroName(field.name))]));
  const fields = shape.fields.map((field) => objectField(field, taken.get(field)!, lowering));
  if (shape.open) note(lowering, shape.place, 'Fields that the schema does not name are not carried.');
  if (!shape.rest || shape.rest.kind === 'never') return fields;
  const name = names.take('additional_fields');
  return [...fields, restField(name, shape, mapType(lowering.lower(shape.rest), shape))];
}

/** A field that Avro can call as it is called keeps its name, whatever others become. */
function legalFirst(fields: readonly Field[]): Field[] {
  const isLegal = ({ name }: Field) => avroName(name) === name;
  return [...fields.filter(isLegal), ...fields.filter((field) => !isLegal(field))];
}

/** All fields without a name of their own, in a map. */
function restField(name: string, shape: ObjectShape, type: AvroType): AvroField {
  const named = new Set(shape.fields.map((field) => field.name));
  return {
    name,
    type,
    schema: { name, type: type.schema, default: {} },
    take: (payload) => Object.fromEntries(Object.entries(payload as object).filter(([property]) => !named.has(property))),
    give: (payload, value) => {
      for (const [property, one] of Object.entries(value as object)) setOwn(payload, property, one);
    },
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
      if (value !== null || field.required) setOwn(payload, field.name, value);
    },
  };
}

/** `null` is one of the forms where the field may be absent; the form of the default comes first, as Avro wants it. */
function fieldType({ shape, required, default: fallback }: Field, lowering: AvroLowering): AvroType {
  const type = lowering.lowerBare(shape);
  const members = type.members ?? [type];
  if (!required) return unionType([nullType, ...members.filter(({ branch }) => branch !== 'null')], shape, lowering.places);
  if (!fallback || members.length < 2) return type;
  const first = members.find((member) => fitsShape(member.shape, fallback.value, lowering.places, true));
  return !first ? type : unionType([first, ...members.filter((member) => member !== first)], shape, lowering.places);
}

function defaultOf({ shape, required, default: fallback }: Field, type: AvroType, lowering: AvroLowering): { default?: unknown } {
  if (!required) {
    if (fallback) note(lowering, shape.place, 'An optional field defaults to null in Avro: its default is not carried.');
    return { default: null };
  }
  const fits = fallback && fitsShape(shape, fallback.value, lowering.places, true);
  const value = fits ? type.asDefault(fallback.value) : undefined;
  if (fallback && value === undefined) note(lowering, shape.place, 'Avro cannot write this default: it is not carried.');
  return value === undefined ? {} : { default: value };
}

/** A field for each place of a list, and one for the rest. */
export function tupleFields(shape: TupleShape, lowering: AvroLowering): AvroField[] {
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
  return {
    name,
    type,
    schema: { name, type: type.schema, ...(isOptional && { default: null }) },
    take: (list) => take(list as unknown[]),
    give: (payload, value) => setOwn(payload, name, value),
  };
}

function orNull(type: AvroType, shape: Shape, { places }: AvroLowering): AvroType {
  const members = (type.members ?? [type]).filter(({ branch }) => branch !== 'null');
  return unionType([nullType, ...members], shape, places);
}
