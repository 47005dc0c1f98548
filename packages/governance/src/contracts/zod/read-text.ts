import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { keywordChecksOf } from './read-checks.ts';
import { type StringFormat, stringFormatOf } from './string-format.ts';
import type { ZodCheck, ZodSchema } from './zod-schema.ts';

/** A text: its length, its format, its patterns. */
export function readText(schema: ZodSchema): JsonSchemaObject {
  const checks = keywordChecksOf(schema);
  const formats = checks.filter(({ _zod: { def } }) => def.check === 'string_format').map(stringFormatOf);
  return { type: 'string', ...lengthsOf(checks, 'minLength', 'maxLength'), ...keywordsOf(formats) };
}

/** The narrowest of all bounds of a length. */
export function lengthsOf(checks: readonly ZodCheck[], low: string, high: string): JsonSchemaObject {
  const read = (names: readonly string[]): number[] =>
    checks.flatMap(({ _zod: { def } }) => names.map((name) => def[name])).filter((value) => typeof value === 'number');
  const [minima, maxima] = [read(['minimum', 'length', 'size']), read(['maximum', 'length', 'size'])];
  return {
    ...(minima.length > 0 && { [low]: Math.max(...minima) }),
    ...(maxima.length > 0 && { [high]: Math.min(...maxima) }),
  };
}

/** A keyword stands once in a schema; what is more goes into `allOf`. */
function keywordsOf(formats: readonly StringFormat[]): JsonSchemaObject {
  const names = [...new Set(formats.flatMap(({ format }) => format ?? []))];
  const patterns = [...new Set(formats.flatMap((format) => format.patterns))].sort();
  const { contentEncoding } = formats.find((format) => format.contentEncoding) ?? {};
  const more = [
    ...names.slice(1).map((format) => ({ format })),
    ...(patterns.length > 1 ? patterns.map((pattern) => ({ pattern })) : []),
  ];
  return {
    ...(names.length > 0 && { format: names[0] }),
    ...(patterns.length === 1 && { pattern: patterns[0] }),
    ...(contentEncoding && { contentEncoding }),
    ...(more.length > 0 && { allOf: more }),
  };
}
