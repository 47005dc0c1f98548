import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { All, Any, Atom, Constant, Formula, Names, Not, One, SchemaFormula, Statement, Types, Values } from './formula.ts';
import { allTypes, typeBits } from './type-mask.ts';

/** Formulas by what they say. Forgetting them costs time and nothing else: equal ones are proven equal then. */
const known = new Map<string, Formula>();
const keepAtMost = 300_000;
let lastId = 0;

export const TRUE: Constant = { op: 'constant', holds: true, id: ++lastId };
export const FALSE: Constant = { op: 'constant', holds: false, id: ++lastId };

function intern<F extends Formula>(key: string, make: (id: number) => F): F {
  const found = known.get(key);
  if (found) return found as F;
  if (known.size >= keepAtMost) known.clear();
  const formula = make(++lastId);
  known.set(key, formula);
  return formula;
}

export function types(mask: number): Types {
  return intern(`types ${mask}`, (id) => ({ op: 'types', mask, id }));
}

export function values(list: readonly unknown[]): Values {
  return intern(`values ${list.map(canonicalText).sort().join()}`, (id) => ({ op: 'values', values: list, id }));
}

export function all(parts: readonly Formula[]): Formula {
  if (parts.length === 1) return parts[0] as Formula;
  return parts.length === 0 ? TRUE : intern(`all ${idsOf(parts)}`, (id): All => ({ op: 'all', parts, id }));
}

export function any(parts: readonly Formula[]): Formula {
  if (parts.length === 1) return parts[0] as Formula;
  return parts.length === 0 ? FALSE : intern(`any ${idsOf(parts)}`, (id): Any => ({ op: 'any', parts, id }));
}

export function one(parts: readonly Formula[]): Formula {
  if (parts.length === 1) return parts[0] as Formula;
  return parts.length === 0 ? FALSE : intern(`one ${sortedIds(parts)}`, (id): One => ({ op: 'one', parts, id }));
}

export function not(part: Formula): Formula {
  if (part.op === 'constant') return part.holds ? FALSE : TRUE;
  return intern(`not ${part.id}`, (id): Not => ({ op: 'not', part, id }));
}

export function atom(statement: Statement, guard: number = guards[statement.kind]): Atom {
  return intern(`${guard} ${keyOf(statement)}`, (id) => ({ op: 'atom', guard, id, ...statement }) as Atom);
}

/** @param shape - What the schema says in the terms of its parts; `undefined` where it has references and is equal to itself alone. */
export function schemaFormula(node: SchemaNode, shape: string | undefined): SchemaFormula {
  if (shape === undefined) return { op: 'schema', node, isPortable: false, id: ++lastId };
  return intern(`schema ${shape}`, (id) => ({ op: 'schema', node, isPortable: true, id }));
}

/** One text for equal values. */
export function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`);
  return `{${entries.sort().join()}}`;
}

const guards: Readonly<Record<Statement['kind'], number>> = {
  lower: typeBits.number,
  upper: typeBits.number,
  multiple: typeBits.number,
  atLeast: 0,
  atMost: 0,
  pattern: typeBits.string,
  format: typeBits.string,
  encoding: typeBits.string,
  mediaType: typeBits.string,
  opaque: allTypes,
  items: typeBits.array,
  containsAtLeast: typeBits.array,
  containsAtMost: typeBits.array,
  unique: typeBits.array,
  unevaluatedItems: typeBits.array,
  required: typeBits.object,
  property: typeBits.object,
  matching: typeBits.object,
  others: typeBits.object,
  unevaluated: typeBits.object,
  names: typeBits.object,
};

function keyOf(statement: Statement): string {
  const fields = Object.entries(statement).map(([key, value]) => `${key}=${keyOfField(value)}`);
  return fields.join('\u0000');
}

function keyOfField(value: unknown): string {
  if (value instanceof Set) return JSON.stringify([...value].sort());
  if (Array.isArray(value)) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if ('op' in value) return `#${(value as Formula).id}`;
  const { names, patterns } = value as Names;
  return JSON.stringify([[...names].sort(), patterns]);
}

function idsOf(parts: readonly Formula[]): string {
  return [...new Set(sortedNumbers(parts))].join();
}

function sortedIds(parts: readonly Formula[]): string {
  return sortedNumbers(parts).join();
}

function sortedNumbers(parts: readonly Formula[]): number[] {
  return parts.map(({ id }) => id).sort((a, b) => a - b);
}
