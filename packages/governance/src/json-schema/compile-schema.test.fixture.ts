import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './json-schema.ts';

const ajv = new Ajv2020({
  strict: false,
  logger: false,
  meta: false,
  validateSchema: false,
  addUsedSchema: false,
  ownProperties: true,
  code: { optimize: false },
});
addFormats.default(ajv);

/**
 * What a validator says, to hold verdicts against it.
 *
 * @returns whether a value is admitted; `undefined` where the validator does not come to an end, fails itself, or does not know.
 */
export function compileSchema(schema: JsonSchema): (value: unknown) => boolean | undefined {
  // Without its `$schema`, which the validator would look for, and a copy, because it remembers schemas by their object.
  const { $schema: _dialect, ...copy } = typeof schema === 'boolean' ? { allOf: [schema] } : reworded(schema);
  const text = JSON.stringify(copy);
  // Which items `contains` looks at it does not know.
  if (text.includes('"contains"') && text.includes('"unevaluatedItems"')) return () => undefined;
  // What keeps track of evaluated properties has bugs of its own; most schemas do without.
  ajv.opts.unevaluated = text.includes('"unevaluated');
  try {
    const validate = ajv.compile(copy);
    return (value) => orUndefined(() => validate(value) as boolean);
  } catch (error) {
    if (error instanceof RangeError) return () => undefined;
    throw error;
  } finally {
    ajv.removeSchema(copy);
  }
}

/**
 * The schema in other words, where Ajv misses something: it forgets `contains` in short arrays, and one that asks for more than it
 * allows, where some other keywords stand beside it; `uniqueItems` of items whose type `prefixItems` says; and what `properties`
 * looked at where `dependentSchemas` stands beside it.
 */
function reworded<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(reworded) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, isData(key) ? value : reworded(value)]);
  const { allOf, dependentSchemas, uniqueItems, contains, minContains = 1, maxContains, ...rest } = Object.fromEntries(entries);
  const more: unknown[] = uniqueItems === undefined ? [] : [{ uniqueItems }];
  if (isSchema(contains)) {
    const limits = { minContains, ...(maxContains !== undefined && { maxContains }) };
    more.push(
      minContains > (maxContains ?? minContains) ? { not: { type: 'array' } } : { contains, ...limits, minItems: minContains },
    );
  }
  for (const [name, part] of Object.entries(dependentSchemas ?? {})) {
    more.push({ if: { type: 'object', required: [name] }, [consequence]: part });
  }
  return more.length === 0 ? Object.fromEntries(entries) : { ...rest, allOf: [...(allOf ?? []), ...more] };
}

/** Written so, because an object with a property of that name is taken for a promise. */
const consequence = 'then';

function isSchema(value: unknown): boolean {
  return typeof value === 'object' || typeof value === 'boolean';
}

function isData(keyword: string): boolean {
  return keyword === 'const' || keyword === 'enum';
}

function orUndefined<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
