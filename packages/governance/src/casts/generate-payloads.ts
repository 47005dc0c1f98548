import { createGeneratorSync, type JsonSchema as GeneratorSchema } from 'json-schema-faker';
import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { compileValidator, takesUndefined, withoutStrangeTypes } from './compile-validator.ts';
import { branchCount, type Extreme, variantOf } from './schema-variants.ts';
import { unroll } from './unroll.ts';

const extremes: readonly Extreme[] = ['least', 'usual', 'most'];
/** How many more values are made than are wanted, since some do not satisfy the schema or are there already. */
const patience = 4;

/**
 * Payloads that satisfy a schema, each once: the smallest and the largest that it allows, with optional fields and without,
 * of each branch of its unions, and others at random. The same seed gives the same payloads.
 *
 * Fewer than `count`, and none at all, where the schema allows no more or what it wants cannot be guessed, such as two patterns at once.
 */
export function generatePayloads(schema: JsonSchema, seed: number, count: number): readonly unknown[] {
  if (!isPlainObject(schema)) return makePayloads(schema, seed, count);
  const known = memory.get(schema) ?? new Map<string, readonly unknown[]>();
  memory.set(schema, known);
  const key = `${seed} ${count}`;
  const payloads = known.get(key) ?? makePayloads(schema, seed, count);
  known.set(key, payloads);
  return payloads;
}

/** The gate casts payloads of one schema to many versions. */
const memory = new WeakMap<object, Map<string, readonly unknown[]>>();

function makePayloads(schema: JsonSchema, seed: number, count: number): unknown[] {
  const payloads = new Map<string, unknown>();
  if (count === 0) return [];
  if (takesUndefined(schema)) payloads.set('undefined', undefined);
  const plain = withoutStrangeTypes(schema, 'nothing');
  if (!isPlainObject(plain)) return [...payloads.values()];
  const makeable = unroll(plain);
  const validate = compileValidator(schema, 'nothing');
  const directed = directedVariants(makeable);
  const usual = variantOf(makeable, 'usual', undefined);
  for (let attempt = 0; attempt < count * patience && payloads.size < count; attempt++) {
    const { variant, extreme } = directed[attempt] ?? { variant: usual, extreme: 'usual' };
    const payload = make(variant as GeneratorSchema, extreme, seed + attempt);
    if (payload !== undefined && validate(payload).length === 0) payloads.set(JSON.stringify(payload), payload);
  }
  return [...payloads.values()];
}

/** What is looked for on purpose, before chance has its turn: each branch, small, usual and large. */
function directedVariants(schema: JsonSchemaObject): { readonly variant: unknown; readonly extreme: Extreme }[] {
  const branches = [...Array(branchCount(schema)).keys()];
  return branches.flatMap((branch) => extremes.map((extreme) => ({ variant: variantOf(schema, extreme, branch), extreme })));
}

/** Undefined where the generator finds no way. */
function make(schema: GeneratorSchema, extreme: Extreme, seed: number): unknown {
  const optionalsProbability = { least: 0, usual: 0.5, most: 1 }[extreme];
  const alwaysFakeOptionals = extreme === 'most';
  try {
    return createGeneratorSync({ seed, optionalsProbability, alwaysFakeOptionals }).generate(schema);
  } catch {
    return undefined;
  }
}
