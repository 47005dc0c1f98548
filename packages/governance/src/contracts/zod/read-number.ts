import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { keywordChecksOf } from './read-checks.ts';
import type { ZodDefinition, ZodSchema } from './zod-schema.ts';

const ranges: Readonly<Record<string, readonly [low: number, high: number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  float32: [-3.4028234663852886e38, 3.4028234663852886e38],
};
const integers = ['safeint', 'int32', 'uint32'];

/** A number: whether it is whole, its bounds, what it is a multiple of. */
export function readNumber(schema: ZodSchema): JsonSchemaObject {
  const definitions = keywordChecksOf(schema).map(({ _zod: { def } }) => def);
  const formats = definitions.filter(({ check }) => check === 'number_format').map((def) => def['format'] as string);
  const isWhole = formats.some((format) => integers.includes(format));
  const lows = formats.flatMap((format) => ranges[format]?.[0] ?? []);
  const highs = formats.flatMap((format) => ranges[format]?.[1] ?? []);
  return {
    type: isWhole ? 'integer' : 'number',
    ...bound(definitions, 'greater_than', lows, 'minimum', 'exclusiveMinimum', 1),
    ...bound(definitions, 'less_than', highs, 'maximum', 'exclusiveMaximum', -1),
    ...divisors(definitions),
  };
}

/** The narrowest bound of one side. `sign` is 1 where the larger is the narrower. */
function bound(
  definitions: readonly ZodDefinition[],
  check: string,
  others: readonly number[],
  inclusive: string,
  exclusive: string,
  sign: 1 | -1,
): JsonSchemaObject {
  const bounds = definitions
    .filter((def) => def.check === check)
    .map((def) => [Number(def['value']), !def['inclusive']] as const);
  const all = [...bounds, ...others.map((value) => [value, false] as const)];
  const [narrowest] = all.sort((a, b) => (b[0] - a[0]) * sign || Number(b[1]) - Number(a[1]));
  if (!narrowest || !Number.isFinite(narrowest[0])) return {};
  return { [narrowest[1] ? exclusive : inclusive]: narrowest[0] };
}

function divisors(definitions: readonly ZodDefinition[]): JsonSchemaObject {
  const values = definitions.filter(({ check }) => check === 'multiple_of').map((def) => Math.abs(Number(def['value'])));
  const [first, ...rest] = [...new Set(values)].filter((value) => Number.isFinite(value) && value > 0).sort((a, b) => a - b);
  return {
    ...(first !== undefined && { multipleOf: first }),
    ...(rest.length > 0 && { allOf: rest.map((multipleOf) => ({ multipleOf })) }),
  };
}
