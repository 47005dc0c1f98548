import { createHash } from 'node:crypto';
import type { LockedVersion } from '@busbar/governance/lock';

/**
 * A locked version of which only the schema has to be said. What is published is what is given without fields that no schema
 * names, as the bus does with a Zod object.
 */
export function lockedVersion(
  input: LockedVersion['input'],
  more: Partial<Omit<LockedVersion, 'input' | 'hash'>> = {},
): LockedVersion {
  return {
    input,
    output: closed(input) as LockedVersion['output'],
    rules: [],
    unseen: [],
    fieldTags: {},
    casts: { up: [], down: [] },
    lifecycle: 'stable',
    library: 'zod 4.6.7',
    hash: `sha256-${createHash('sha256').update(JSON.stringify(input)).digest('hex')}`,
    ...more,
  };
}

/** An object schema of which every field is required, but for those that are named as optional. */
export function objectOf(properties: Record<string, unknown>, optional: readonly string[] = []): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) };
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema ? { additionalProperties: false, ...inside } : inside;
}
