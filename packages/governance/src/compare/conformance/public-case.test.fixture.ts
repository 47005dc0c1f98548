import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { compareSchemas } from '../compare-schemas.ts';
import type { ComparisonPolicy } from '../difference.ts';

/** A case of a public suite, with its verdict: whether the updated schema takes what the original one admits. */
export interface PublicCase {
  readonly name: string;
  readonly original: JsonSchema;
  readonly updated: JsonSchema;
  readonly compatible: boolean;
}

/** The vectors lie beside the repository and are no part of it. */
export const vectors = fileURLToPath(new URL('../../../../../../shared/vectors/', import.meta.url));

export function hasVectors(suite: string): boolean {
  return existsSync(vectors + suite);
}

export function readVector(path: string): string {
  return readFileSync(vectors + path, 'utf8');
}

/** The cases that the policy decides otherwise. */
export function disagreements(cases: readonly PublicCase[], policy: ComparisonPolicy): string[] {
  return cases
    .filter(({ original, updated, compatible }) => compareSchemas(original, updated, { policy }).compatible !== compatible)
    .map(({ name }) => name);
}
