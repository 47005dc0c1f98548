import type { ObjectShape, Shape, TupleShape } from '../shape/shape.ts';
import { type AvroField, objectFields, tupleFields } from './avro-fields.ts';
import { type AvroLowering, takeName } from './avro-lowering.ts';
import type { AvroType } from './avro-type.ts';

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

/** A record of what stands in the places of a list. Places at its end that may be absent and are null were not there. */
export function tupleRecord(shape: TupleShape, lowering: AvroLowering): AvroType {
  const finish = (payload: Record<string, unknown>) => {
    const { rest = [], ...places } = payload;
    const items = Object.values(places);
    const isWhole = (rest as unknown[]).length > 0;
    while (!isWhole && items.length > shape.required && items.at(-1) === null) items.pop();
    return [...items, ...(rest as unknown[])];
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
