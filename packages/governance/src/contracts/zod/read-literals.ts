import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import type { ZodSchema } from './zod-schema.ts';

/** One of the values of an enumeration. */
export function readEnum({ _zod: { def } }: ZodSchema): JsonSchemaObject {
  return oneOf(valuesOf(def['entries'] as Readonly<Record<string, string | number>>));
}

/** One of the values of a literal. What JSON has no word for is left to the mark. */
export function readLiteral({ _zod: { def } }: ZodSchema): JsonSchemaObject {
  const values = def['values'] as readonly unknown[];
  const [strange] = values.filter((value) => value === undefined || typeof value === 'bigint');
  if (strange === undefined && !values.includes(undefined)) return oneOf(values);
  const told = oneOf(values.filter((value) => value !== undefined && typeof value !== 'bigint'));
  const mark = { 'x-type': typeof strange === 'bigint' ? `literal ${strange}n` : 'undefined' };
  return 'not' in told ? mark : { anyOf: [told, mark] };
}

/** A TypeScript enum of numbers maps its values back to their names, too. */
function valuesOf(entries: Readonly<Record<string, string | number>>): readonly (string | number)[] {
  const numbers = Object.values(entries).filter((value) => typeof value === 'number');
  return Object.entries(entries)
    .filter(([key]) => !numbers.includes(Number(key)))
    .map(([, value]) => value);
}

function oneOf(values: readonly unknown[]): JsonSchemaObject {
  if (values.length === 0) return { not: {} };
  const kinds = [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))];
  const type = kinds.length === 1 ? { type: kinds[0] } : {};
  return values.length === 1 ? { ...type, const: values[0] } : { ...type, enum: values };
}
