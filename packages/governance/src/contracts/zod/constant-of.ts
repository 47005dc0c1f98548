import { sameJson } from '../../json-schema/same-json.ts';
import type { ZodSchema } from './zod-schema.ts';

/** How near to now a moment is taken for "now", in milliseconds. */
const nearness = 60_000;

/** The value that a schema falls back to; undefined where it is made anew each time, or is no JSON. */
export function constantOf(schema: ZodSchema): { readonly value: unknown } | undefined {
  try {
    const [one, other] = [fallbackOf(schema), fallbackOf(schema)];
    const value: unknown = JSON.parse(JSON.stringify(one));
    return sameJson(value, JSON.parse(JSON.stringify(other))) && !isNow(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function fallbackOf({ _zod: { def } }: ZodSchema): unknown {
  if (def.type !== 'catch') return def['defaultValue'];
  return (def['catchValue'] as (context: unknown) => unknown)(undefined);
}

/** Two calls of `Date.now` within a millisecond are the same value, and yet it is no constant. */
function isNow(value: unknown): boolean {
  const moment = typeof value === 'string' ? Date.parse(value) : Number(value);
  return typeof value !== 'boolean' && Math.abs(Date.now() - moment) < nearness;
}
