import { createGeneratorSync, type JsonSchema as GeneratorSchema } from 'json-schema-faker';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { compileValidator, takesUndefined, withoutStrangeTypes } from './compile-validator.ts';
import { branchCount, type Extreme, variantOf } from './schema-variants.ts';

const extremes: readonly Extreme[] = ['least', 'usual', 'most'];
/** How many more values are made than are wanted, since some do not satisfy the schema or are there already. */
const patience = 4;

/**
 * Payloads that satisfy a schema, each once: the smallest and the largest that it allows, with optional fields and without,
 * of each branch of its unions, and others at random. The same seed gives the same payloads.
 *
 * Fewer than `count`, and none at all, where the schema allows no more or what it wants cannot be guessed, such as two patterns at once.
 */
export function generatePayloads(schema: JsonSchema, seed: number, count: number): unknown[] {
  const payloads = new Map<string, unknown>();
  if (count === 0) return [];
  if (takesUndefined(schema)) payloads.set('undefined', undefined);
  const makeable = withoutStrangeTypes(schema, 'nothing');
  if (!isPlainObject(makeable)) return [...payloads.values()];
  const validate = compileValidator(schema, 'nothing');
  const branches = branchCount(makeable);
  for (let attempt = 0; attempt < count * patience && payloads.size < count; attempt++) {
    const extreme = attempt < branches * extremes.length ? extremes[attempt % extremes.length]! : 'usual';
    const branch = attempt < branches * extremes.length ? Math.floor(attempt / extremes.length) : undefined;
    const payload = make(variantOf(makeable, extreme, branch) as GeneratorSchema, extreme, seed + attempt);
    if (payload !== undefined && validate(payload).length === 0) payloads.set(JSON.stringify(payload), payload);
  }
  return [...payloads.values()];
}

/** Undefined where the generator finds no way. */
function make(schema: GeneratorSchema, extreme: Extreme, seed: number): unknown {
  const optionalsProbability = { least: 0, usual: 0.5, most: 1 }[extreme];
  const alwaysFakeOptionals = extreme === 'most';
  try {
    return createGeneratorSync({ seed, optionalsProbability, alwaysFakeOptionals, maxDepth: 8, refDepthMax: 3 }).generate(schema);
  } catch {
    return undefined;
  }
}
