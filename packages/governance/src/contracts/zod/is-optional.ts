import type { ZodDefinition, ZodSchema } from './zod-schema.ts';

/** Which side of a schema is read: what it takes, or what it gives back. */
export type Side = 'input' | 'output';

const transparent = ['nullable', 'readonly', 'catch', 'promise'];

/**
 * Whether a field with this schema may be left out.
 *
 * Read from what was declared: `_zod.optin` says what the parser does, which is another thing in each release.
 */
export function isOptional(schema: ZodSchema, side: Side, within: readonly ZodSchema[] = []): boolean {
  if (within.includes(schema)) return false;
  const { def } = schema._zod;
  const ask = (other: unknown): boolean => isOptional(other as ZodSchema, side, [...within, schema]);
  if (def.type === 'optional') return true;
  // Here the releases differ: in later ones such a field has to be there, and be undefined.
  if (def.type === 'undefined') return (side === 'input' ? schema._zod.optin : schema._zod.optout) === 'optional';
  if (def.type === 'default' || def.type === 'prefault') return side === 'input';
  if (def.type === 'pipe') return ask(sideOfPipe(def, side));
  if (def.type === 'union') return (def['options'] as readonly ZodSchema[]).some(ask);
  if (def.type === 'lazy') return ask(schema._zod.innerType);
  return transparent.includes(def.type ?? '') && ask(def['innerType']);
}

/** Which of the two schemas of a pipe says what is taken, or given back. What precedes a preprocessed one takes anything. */
export function sideOfPipe(def: ZodDefinition, side: Side): ZodSchema {
  const { in: first, out: last } = def as unknown as { in: ZodSchema; out: ZodSchema };
  return side === 'output' || first._zod.def.type === 'transform' ? last : first;
}
