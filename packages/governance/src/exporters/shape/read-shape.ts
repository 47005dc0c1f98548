import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import type { ExportedContract } from '../exported-contract.ts';
import { constraintsOf } from './constraints.ts';
import { tagsAt } from './field-tags.ts';
import { mergeAllOf } from './merge-all-of.ts';
import { readTyped } from './read-typed.ts';
import { atPointer, placeSegment } from './schema-pointer.ts';
import type { Shape } from './shape.ts';
import { labelsOf } from './union-labels.ts';

/** Where the reading has come to. */
export interface Spot {
  /** With labels of union members: what tells shapes apart. */
  readonly place: string;
  /** Without: how people and field tags name it. */
  readonly pointer: string;
  /** The references that led here, and the places where each began. */
  readonly inside: ReadonlyMap<string, string>;
  readonly depth: number;
}

/** What stays the same while one schema is read. */
export interface Reading {
  readonly root: JsonSchema;
  readonly fieldTags: ExportedContract['fieldTags'];
  /** How many nodes may still be read: references to references multiply. */
  left: number;
  read(schema: JsonSchema, spot: Spot): Shape;
}

const mostNodes = 5_000;
const mostDepth = 64;

/** Reads what the payload of a contract looks like. Answers a shape for every schema; what it cannot say are constraints. */
export function readShape({ fieldTags }: Pick<ExportedContract, 'fieldTags'>, schema: JsonSchema): Shape {
  const reading: Reading = { root: schema, fieldTags, left: mostNodes, read: (part, spot) => readNode(part, spot, reading) };
  return reading.read(schema, { place: '', pointer: '', inside: new Map([['#', '']]), depth: 0 });
}

function readNode(schema: JsonSchema, spot: Spot, reading: Reading): Shape {
  if (!isPlainObject(schema)) return { ...emptyNode(spot, reading), kind: schema ? 'any' : 'never' };
  if (reading.left-- <= 0 || spot.depth > mostDepth)
    return { ...nodeOf(schema, spot, reading), constraints: schema, kind: 'any' };
  if (typeof schema['$ref'] === 'string') return readReference(schema, schema['$ref'], spot, reading);
  if (Array.isArray(schema['allOf'])) return readAllOf(schema, schema['allOf'], spot, reading);
  const node = nodeOf(schema, spot, reading);
  if ('const' in schema) return { ...node, kind: 'literals', values: [schema['const']] };
  if (Array.isArray(schema['enum'])) return { ...node, kind: 'literals', values: schema['enum'] };
  const members = membersOf(schema);
  return members ? readUnion(schema, members, spot, reading) : readTyped(schema, node, spot, reading);
}

/** The target at this place; a reference to something that this place is inside of is a recursion. */
function readReference(schema: JsonSchemaObject, reference: string, spot: Spot, reading: Reading): Shape {
  const { $ref: _, ...beside } = schema;
  const begun = spot.inside.get(reference);
  if (begun !== undefined) return { ...nodeOf(beside, spot, reading), kind: 'recursion', of: begun };
  const target = atPointer(reading.root, reference);
  if (target === undefined) return { ...nodeOf(beside, spot, reading), constraints: { $ref: reference }, kind: 'any' };
  const inside = new Map(spot.inside).set(reference, spot.place);
  const whole = Object.keys(beside).length > 0 && isPlainObject(target) ? withBeside(target, beside) : target;
  return readNode(whole, { ...spot, inside }, reading);
}

/** What stands beside a reference says more of the value, and says better what it is called. */
function withBeside(target: JsonSchemaObject, beside: JsonSchemaObject): JsonSchemaObject {
  const { title, description, default: fallback, ...asserting } = beside;
  const named = Object.fromEntries(
    Object.entries({ title, description, default: fallback }).filter(([, value]) => value !== undefined),
  );
  return Object.keys(asserting).length === 0 ? { ...target, ...named } : { allOf: [target, asserting], ...named };
}

function readAllOf(schema: JsonSchemaObject, parts: readonly unknown[], spot: Spot, reading: Reading): Shape {
  const { allOf: _, ...beside } = schema;
  const seen = new Map(spot.inside);
  const resolved = parts.flatMap((part) => flattened(part as JsonSchema, seen, reading, spot));
  if (resolved.some((part) => part === false)) return { ...nodeOf(beside, spot, reading), kind: 'never' };
  const records = [beside, ...resolved].filter(isPlainObject);
  const { allOf: left, ...merged } = mergeAllOf(records);
  const shape = readNode(merged, { ...spot, inside: seen }, reading);
  return left === undefined ? shape : { ...shape, constraints: { ...shape.constraints, allOf: left } };
}

/** A part of an `allOf`, references and further `allOf`s written out. One that refers to itself adds nothing. */
function flattened(part: JsonSchema, seen: Map<string, string>, reading: Reading, spot: Spot): JsonSchema[] {
  if (!isPlainObject(part) || reading.left-- <= 0) return [part];
  const { $ref: reference, allOf, ...beside } = part;
  const nested = Array.isArray(allOf) ? allOf.flatMap((one) => flattened(one, seen, reading, spot)) : [];
  if (typeof reference !== 'string') return [beside, ...nested];
  if (seen.has(reference)) return [beside, ...nested];
  seen.set(reference, spot.place);
  const target = atPointer(reading.root, reference);
  return [beside, ...nested, ...(target === undefined ? [] : flattened(target, seen, reading, spot))];
}

/** The forms of a union: members of `anyOf` or `oneOf`, or one for each of several types. */
function membersOf(schema: JsonSchemaObject): JsonSchemaObject[] | undefined {
  for (const keyword of ['anyOf', 'oneOf']) {
    const { [keyword]: members, ...beside } = schema;
    const { title, description, default: _, examples, deprecated, ...base } = beside;
    const hasFields = 'properties' in base || 'items' in base || 'prefixItems' in base;
    if (Array.isArray(members) && !hasFields)
      return members.map((member) => (Object.keys(base).length ? { allOf: [member, base] } : member));
  }
  if (!Array.isArray(schema['type'])) return undefined;
  return schema['type'].map((type) => ({ ...schema, type }));
}

function readUnion(schema: JsonSchemaObject, members: readonly JsonSchema[], spot: Spot, reading: Reading): Shape {
  const resolve = (member: JsonSchema) =>
    isPlainObject(member) && typeof member['$ref'] === 'string' ? (atPointer(reading.root, member['$ref']) ?? member) : member;
  const labels = labelsOf(members, resolve);
  const isAlone = members.filter((member) => !isNull(resolve(member))).length <= 1;
  const shapes = members.map((member, index) =>
    reading.read(member, {
      ...spot,
      place: isAlone ? spot.place : `${spot.place}|${placeSegment(labels[index]!)}`,
      depth: spot.depth + 1,
    }),
  );
  const flat = shapes.flatMap((shape) => (shape.kind === 'union' ? shape.members : shape.kind === 'never' ? [] : [shape]));
  const node = nodeOf(schema, spot, reading);
  const { anyOf, oneOf, ...constraints } = Array.isArray(schema['type']) ? {} : (node.constraints as Record<string, unknown>);
  const said = { ...node, constraints: Array.isArray(anyOf) && Array.isArray(oneOf) ? { ...constraints, oneOf } : constraints };
  if (flat.length === 1) return { ...flat[0]!, ...titled(said) };
  return flat.length === 0 ? { ...said, kind: 'never' } : { ...said, kind: 'union', members: flat };
}

function titled({ title, description }: { readonly title?: string; readonly description?: string }) {
  return { ...(title !== undefined && { title }), ...(description !== undefined && { description }) };
}

function isNull(schema: JsonSchema): boolean {
  return isPlainObject(schema) && (schema['type'] === 'null' || schema['const'] === null);
}

function emptyNode({ place, pointer }: Spot, { fieldTags }: Reading) {
  return { place, tags: tagsAt(fieldTags, pointer), constraints: {} };
}

function nodeOf(schema: JsonSchemaObject, spot: Spot, reading: Reading) {
  const { title, description, deprecated } = schema;
  return {
    ...emptyNode(spot, reading),
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
    ...(deprecated === true && { deprecated }),
    constraints: constraintsOf(schema),
  } as const;
}
