import type { ExportNote } from '../export.ts';
import { byText, type ExportedContract } from '../exported-contract.ts';
import { commentOn } from '../shape/comment-on.ts';
import { recursionTargets, shapesByPlace } from '../shape/places.ts';
import { readShape } from '../shape/read-shape.ts';
import { placeSegment } from '../shape/schema-pointer.ts';
import { type Field, isMap, type ObjectShape, type RecursionShape, type Shape, type UnionShape } from '../shape/shape.ts';
import { splitNull } from '../shape/split-null.ts';
import { UniqueNames } from '../unique-names.ts';
import { lastSegment, pascalCase, readableName, snakeCase } from '../words.ts';
import { jsonOf, scalarOf } from './lower-scalar.ts';
import { type Lowering, nameAt, note, noteConstraints, plainField } from './lowering.ts';
import type { ProtoField, ProtoMessage, ProtoModel, ProtoValue } from './proto-model.ts';

/** Names that mean something else in the objects that libraries for JavaScript make of messages. */
const ofObjects = ['constructor', 'prototype'];

/** The messages and enums that stand for what a contract publishes, and what they cannot say. */
export function lowerContract(
  contract: ExportedContract,
  name = pascalCase(lastSegment(contract.type)),
): { readonly model: ProtoModel; readonly notes: readonly ExportNote[] } {
  const root = readShape(contract, contract.output);
  const lowering: Lowering = {
    contract,
    names: new UniqueNames(),
    shapes: shapesByPlace(root),
    targets: recursionTargets(root),
    messages: [],
    enums: [],
    notes: [],
  };
  messageOf(root, name, lowering);
  return { model: lowering, notes: lowering.notes };
}

/** A message for any shape: that of an object, or one that wraps the value. Its place in the list is taken before its fields'. */
function messageOf(shape: Shape, name: string, lowering: Lowering): ProtoMessage {
  const isObject = shape.kind === 'object' && !isMap(shape);
  const fields: ProtoField[] = [];
  const message: ProtoMessage = {
    place: shape.place,
    name: lowering.names.take(name),
    comment: commentOn(shape),
    form: isObject ? 'object' : 'wrapper',
    fields,
  };
  lowering.messages.push(message);
  fields.push(...(isObject ? fieldsOf(shape, lowering) : wrappedFields(shape, lowering)));
  return message;
}

function messageValue(shape: Shape, lowering: Lowering): ProtoValue {
  return { kind: 'message', message: messageOf(shape, pascalCase(nameAt(shape.place)), lowering), shape };
}

function fieldsOf(shape: ObjectShape, lowering: Lowering): ProtoField[] {
  const names = new UniqueNames(ofObjects);
  const fields = [...shape.fields].sort((a, b) => byText(a.name, b.name)).flatMap((field) => fieldOf(field, names, lowering));
  noteConstraints(shape, lowering);
  if (shape.open) note(lowering, shape.place, 'Fields that the schema does not name are not carried.');
  if (!shape.rest || shape.rest.kind === 'never') return fields;
  const value: ProtoValue = { kind: 'map', values: singleValue(shape.rest, lowering), shape: { ...shape, fields: [] } };
  return [...fields, { ...plainField(value, '*', names.take('additional_fields')), isRest: true }];
}

/** What a message holds that is no object: a list, a map, a union or a scalar. */
function wrappedFields(shape: Shape, lowering: Lowering): ProtoField[] {
  const { shape: inner, isNullable } = splitNull(shape);
  const names = new UniqueNames(ofObjects);
  if (inner?.kind === 'union') return oneofOf(inner, 'value', '', names, lowering).map((field) => ({ ...field, isNullable }));
  const isHeld = inner && isNullable && isRepeated(inner);
  const value = !inner ? jsonOf(shape) : isHeld ? messageValue(inner, lowering) : innerValue(inner, lowering);
  return [{ ...plainField(value, '', names.take('value')), isNullable }];
}

function fieldOf(field: Field, names: UniqueNames, lowering: Lowering): ProtoField[] {
  const target = field.shape.kind === 'recursion' ? lowering.shapes.get(field.shape.of) : undefined;
  const { shape, isNullable } = splitNull(target ?? field.shape);
  const [wish, segment] = [snakeCase(readableName(field.name)), placeSegment(field.name)];
  const about = { property: field.name, isRequired: field.required, isNullable };
  noteField(field, isNullable, lowering);
  if (shape?.kind === 'union' && !target && !lowering.targets.has(field.shape.place))
    return oneofOf(shape, wish, segment, names, lowering).map((member) => ({ ...member, ...about }));
  const isWhole = !isNullable && shape !== undefined && !target && !lowering.targets.has(field.shape.place);
  const value = isWhole ? innerValue(shape, lowering) : singleValue(field.shape, lowering, !target);
  if (isRepeatedValue(value) && !field.required)
    note(lowering, field.shape.place, 'Absent and empty are the same in Protobuf: empty is read as absent.');
  return [{ ...plainField(value, segment, names.take(wish)), ...about, comment: commentOn(field.shape, field.default) }];
}

function noteField({ shape, required, default: fallback }: Field, isNullable: boolean, lowering: Lowering): void {
  if (isNullable && !required) note(lowering, shape.place, 'Absent and null are the same in Protobuf: null is read as absent.');
  if (fallback) note(lowering, shape.place, 'Protobuf has no defaults: the default is a comment.');
}

function oneofOf(shape: UnionShape, name: string, segment: string, names: UniqueNames, lowering: Lowering): ProtoField[] {
  noteConstraints(shape, lowering);
  const oneof = names.take(name);
  return shape.members.map((member) => {
    const label = member.place.slice(shape.place.length + 1);
    const field = plainField(
      singleValue(member, lowering),
      `${segment}|${label}`,
      names.take(`${name}_${snakeCase(nameAt(`/${label}`))}`),
    );
    return { ...field, oneof, comment: commentOn(member) };
  });
}

/**
 * A value where Protobuf takes neither lists nor maps nor unions: these are wrapped.
 *
 * @param isAbsentNull Whether the place itself can say `null`, by being absent.
 */
function singleValue(shape: Shape, lowering: Lowering, isAbsentNull = false): ProtoValue {
  if (shape.kind === 'recursion') return recursionValue(shape, lowering);
  if (lowering.targets.has(shape.place)) return messageValue(shape, lowering);
  const { shape: inner, isNullable } = splitNull(shape);
  if (!inner) return jsonOf(shape);
  const isWrapped = (isNullable && !isAbsentNull) || inner.kind === 'union' || isRepeated(inner);
  return isWrapped ? messageValue(isAbsentNull ? inner : shape, lowering) : innerValue(inner, lowering);
}

function innerValue(shape: Shape, lowering: Lowering): ProtoValue {
  if (shape.kind === 'recursion') return recursionValue(shape, lowering);
  if (shape.kind === 'object' && !isMap(shape)) return messageValue(shape, lowering);
  noteConstraints(shape, lowering);
  if (shape.kind === 'array') return { kind: 'list', items: singleValue(shape.items, lowering), shape };
  if (shape.kind === 'object')
    return { kind: 'map', values: shape.rest ? singleValue(shape.rest, lowering) : jsonOf(shape), shape };
  return scalarOf(shape, lowering);
}

/** The message around, whose place was taken before its fields. */
function recursionValue(shape: RecursionShape, { messages }: Lowering): ProtoValue {
  const message = messages.find(({ place }) => place === shape.of);
  return message ? { kind: 'message', message, isRecursion: true, shape } : jsonOf(shape);
}

function isRepeated(shape: Shape | undefined): boolean {
  return shape !== undefined && (shape.kind === 'array' || isMap(shape));
}

function isRepeatedValue(value: ProtoValue): boolean {
  return value.kind === 'list' || value.kind === 'map';
}
