import { isPlainObject } from '../../json-schema/keyword-places.ts';
import type { ExportedContract } from '../exported-contract.ts';
import { mapValues } from '../json-schema/subschemas.ts';
import { setOwn } from '../set-own.ts';
import { formOf, type Places } from '../shape/fits-shape.ts';
import { shapesByPlace } from '../shape/places.ts';
import { readShape } from '../shape/read-shape.ts';
import { fromValue, toValue } from './json-value.ts';
import { lowerContract } from './lower-shape.ts';
import type { ProtoEnum, ProtoField, ProtoMessage, ProtoValue } from './proto-model.ts';
import { fromTimestamp, toTimestamp } from './timestamp.ts';

type Plain = Readonly<Record<string, unknown>>;

/** Turns payloads of a contract into messages of its `.proto`, and back. */
export interface ProtobufPayload {
  /**
   * A plain object with the names of the `.proto`, for the `fromObject` of protobufjs.
   *
   * @throws TypeError where the payload does not have the contract's shape.
   */
  toMessage(payload: unknown): Plain;
  /** @param message As `toObject` of protobufjs gives it with `{ enums: String, longs: Number }`, for a `.proto` parsed with `keepCase`. */
  fromMessage(message: Plain): unknown;
}

/**
 * Says how payloads of a contract travel in Protobuf.
 *
 * @example
 * const type = protobuf.parse(file.text, { keepCase: true }).root.lookupType('cart.ItemAdded');
 * const { toMessage, fromMessage } = protobufPayload(contract);
 * const bytes = type.encode(type.fromObject(toMessage(payload))).finish();
 * fromMessage(type.toObject(type.decode(bytes), { enums: String, longs: Number }));
 */
export function protobufPayload(contract: ExportedContract): ProtobufPayload {
  const [root] = lowerContract(contract).model.messages;
  const places = shapesByPlace(readShape(contract, contract.output));
  return {
    toMessage: (payload) => toMessage(root!, payload, places),
    fromMessage: (message) => fromMessage(root!, message),
  };
}

function toMessage(message: ProtoMessage, data: unknown, places: Places): Plain {
  const entries: [string, unknown][] = [];
  for (const [property, fields] of byProperty(message)) {
    const value = message.form === 'wrapper' ? data : fieldOf(data, property, message);
    if (value === undefined || (value === null && fields[0]!.isNullable)) continue;
    const field = fields[0]!.oneof === undefined ? fields[0]! : memberFor(fields, value, places, message);
    entries.push([field.name, toProto(field.value, value, places)]);
  }
  return Object.fromEntries(entries);
}

function memberFor(fields: readonly ProtoField[], value: unknown, places: Places, message: ProtoMessage): ProtoField {
  const form = formOf(
    fields.map((field) => field.value.shape),
    value,
    places,
  );
  const field = fields.find((one) => one.value.shape === form);
  if (!field) throw new TypeError(`The payload has no form of the union at “${message.place || '/'}”.`);
  return field;
}

/** What a message takes for a property; `undefined` is the name of all properties that have no field. */
function fieldOf(data: unknown, property: string | undefined, { fields, place }: ProtoMessage): unknown {
  if (!isPlainObject(data)) throw new TypeError(`The payload has no object at “${place || '/'}”.`);
  if (property !== undefined) return Object.hasOwn(data, property) ? data[property] : undefined;
  const named = new Set(fields.map((field) => field.property));
  return Object.fromEntries(Object.entries(data).filter(([name]) => !named.has(name)));
}

function toProto(value: ProtoValue, data: unknown, places: Places): unknown {
  switch (value.kind) {
    case 'json':
      return toValue(data);
    case 'time':
      return toTimestamp(String(data));
    case 'enum':
      return enumName(value.enum, data);
    case 'message':
      return toMessage(value.message, data, places);
    case 'list':
      return (data as readonly unknown[]).map((item) => toProto(value.items, item, places));
    case 'map':
      return mapValues(data as Plain, (item) => toProto(value.values, item, places));
    default:
      return data;
  }
}

function enumName({ values, place }: ProtoEnum, data: unknown): string {
  const name = values.get(String(data));
  if (name === undefined) throw new TypeError(`“${data}” at “${place || '/'}” is none of the texts there.`);
  return name;
}

function fromMessage(message: ProtoMessage, data: Plain): unknown {
  const result: Record<string, unknown> = {};
  for (const [property, fields] of byProperty(message)) {
    const field = fields.find(({ name }) => Object.hasOwn(data, name) && data[name] !== null);
    const value = field && !isAbsentList(field, data[field.name]) ? fromProto(field.value, data[field.name]) : absent(fields);
    if (message.form === 'wrapper') return value;
    const own = fields[0]!.isRest ? Object.entries(value as Plain) : [[property!, value] as const];
    for (const [name, one] of own) if (one !== undefined) setOwn(result, name, one);
  }
  return result;
}

/** An optional list that is empty was not there. */
function isAbsentList({ isRequired, value }: ProtoField, data: unknown): boolean {
  return !isRequired && (value.kind === 'list' || value.kind === 'map') && Object.keys(data as object).length === 0;
}

/** What a field means that Protobuf did not write. */
function absent([field]: readonly ProtoField[]): unknown {
  const { isRequired, isNullable, isRest, value } = field!;
  if (isRest) return {};
  if (!isRequired || isNullable) return isRequired ? null : undefined;
  return zeros[value.kind];
}

const zeros: Readonly<Record<string, unknown>> = { string: '', bool: false, int32: 0, int64: 0, double: 0, list: [], map: {} };

function fromProto(value: ProtoValue, data: unknown): unknown {
  switch (value.kind) {
    case 'json':
      return fromValue(data as Plain);
    case 'time':
      return fromTimestamp(data as Plain);
    case 'enum':
      return [...value.enum.values].find(([, name]) => name === data)?.[0];
    case 'message':
      return fromMessage(value.message, data as Plain);
    case 'list':
      return (data as readonly unknown[]).map((item) => fromProto(value.items, item));
    case 'map':
      return mapValues(data as Plain, (item) => fromProto(value.values, item));
    default:
      return data;
  }
}

/** The fields of each property: several where they are the forms of a union. */
function byProperty({ fields }: ProtoMessage): Map<string | undefined, ProtoField[]> {
  const groups = new Map<string | undefined, ProtoField[]>();
  for (const field of fields) groups.set(field.property, [...(groups.get(field.property) ?? []), field]);
  return groups;
}
