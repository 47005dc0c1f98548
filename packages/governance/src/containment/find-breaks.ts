import type { Difference } from '../compare/difference.ts';
import { describeDifference } from '../compare/sentences/describe-difference.ts';
import { describeField } from '../compare/sentences/describe-field.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { openSchema } from '../json-schema/open-schema.ts';
import { sameJson } from '../json-schema/same-json.ts';
import type { Breach } from './breaches/breach.ts';
import { explain } from './breaches/explain.ts';
import { formulaOf } from './formulas/formula-of.ts';
import { allTypes, jsonTypes } from './formulas/type-mask.ts';
import { Prover, type ProverOptions } from './proof/prover.ts';

/** How containment is decided. */
export type ContainmentOptions = Pick<ProverOptions, 'steps'>;

/**
 * Says where a reader's schema does not take what a writer's schema admits. Nothing means that it is proven: there is no value that the
 * writer's schema admits and the reader's does not. What cannot be proven in either way counts as a break.
 *
 * @throws SchemaReferenceError where a `$ref` that matters leads nowhere.
 *
 * @example
 * findBreaks({ type: 'number' }, { type: ['number', 'null'] }) // → []
 * findBreaks({ type: 'number' }, { type: 'integer' }) // → [{ type: 'TYPE_CHANGED', path: '#/', breaking: true, … }]
 */
export function findBreaks(writer: JsonSchema, reader: JsonSchema, options: ContainmentOptions = {}): Difference[] {
  if (sameJson(writer, reader)) return [];
  const facts = formulaOf(openSchema(writer).root);
  const claim = formulaOf(openSchema(reader).root);
  const prover = new Prover({
    ...options,
    mask: hasForeignTypes(writer) || hasForeignTypes(reader) ? allTypes : jsonTypes,
  });
  if (prover.prove([facts], [claim])) return [];
  if (prover.isExhausted) return [toDifference(tooMuch)];
  prover.rest();
  const breaches = explain(facts, claim, prover);
  return (breaches.length > 0 ? breaches : [prover.isExhausted ? untold : unexplained]).map(toDifference);
}

const tooMuch: Breach = {
  type: 'NOT_PROVEN',
  path: '#',
  message:
    'the schemas are too entangled to prove within bounds that the reader takes everything the writer may send. Say with fewer alternatives what is meant, or compare by the policy `strict`.',
};

const untold: Breach = {
  type: 'NOT_PROVEN',
  path: '#',
  message: 'the reader does not take everything the writer may send; the schemas are too entangled to say within bounds where.',
};

const unexplained: Breach = {
  type: 'NOT_PROVEN',
  path: '#',
  message: 'it could not be proven that the reader takes everything the writer may send.',
};

function toDifference({ type, path, original, updated, message }: Breach): Difference {
  const place = path === '#' ? '#/' : path;
  const sentence =
    message?.replace('FIELD', () => describeField(place)) ?? describeDifference({ type, path: place, original, updated });
  return { type, path: place, breaking: true, message: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}

const foreign = new WeakMap<object, boolean>();

function hasForeignTypes(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return false;
  const known = foreign.get(schema) ?? mentionsForeignTypes(schema);
  foreign.set(schema, known);
  return known;
}

/** Marks of types that JSON does not have, such as dates. */
function mentionsForeignTypes(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  return Object.hasOwn(schema, 'x-type') || Object.values(schema).some(mentionsForeignTypes);
}
