import type { DescribedContract, Lifecycle } from '../contracts/described-contract.ts';
import { fieldTagsOf } from '../contracts/field-tags.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { filledDefaults } from './filled-defaults.ts';

/** What is known of a contract beside its schema; what the source does not say is undefined. */
export interface Told {
  readonly type: string;
  readonly version: number;
  readonly owner: string | undefined;
  readonly summary: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly examples: readonly unknown[] | undefined;
  readonly lifecycle: Lifecycle;
}

/** A contract that emitters fulfil by the schema, and that is published with its defaults. */
export function describedFromSchema(schema: JsonSchema, { type, version, lifecycle, ...told }: Told): DescribedContract {
  const known = Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0)),
  );
  return {
    type,
    version,
    input: schema,
    output: filledDefaults(schema),
    rules: [],
    unseen: [],
    fieldTags: fieldTagsOf([schema]),
    casts: { up: [], down: [] },
    lifecycle,
    ...known,
    library: 'imported',
  };
}

/** Texts of a list, or undefined where there are none. */
export function textsOf(value: unknown): string[] | undefined {
  const texts = listOf(value).filter((one) => typeof one === 'string');
  return texts.length > 0 ? texts : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number from 1 on. */
export function versionOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+(\.\d+)*$/.test(value) ? Number.parseInt(value, 10) : value;
  return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : undefined;
}

/** Where a contract is in its life, as our exports say it, or as the keyword `deprecated` does. */
export function lifecycleOf(value: unknown): Lifecycle {
  if (value === 'draft') return value;
  if (!isPlainObject(value)) return 'stable';
  const [deprecated, successor] = [textOf(value['deprecated']), textOf(value['successor'])];
  return deprecated === undefined ? 'stable' : { deprecated, ...(successor !== undefined && { successor }) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
