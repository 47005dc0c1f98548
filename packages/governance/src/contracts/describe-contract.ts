import type { AnyEventContract } from '@busbar/core';
import type { DescribedContract } from './described-contract.ts';
import { fieldTagsOf } from './field-tags.ts';
import { gatherMarks } from './gather-marks.ts';
import { readSchema } from './read-schema.ts';
import type { SchemaConverter } from './schema-converter.ts';
import { isZodSchema, zodVersion } from './zod/zod-schema.ts';

/** How contracts are read. */
export interface DescribeOptions {
  /** For libraries that cannot say JSON Schema by themselves. One for `zod` replaces the reading of Zod's definitions. */
  readonly converters?: readonly SchemaConverter[];
}

/**
 * Says what a contract is, as plain data.
 *
 * Any Standard Schema can be read that says Standard JSON Schema; Zod 4 (also Zod Mini) is read from its definition, for
 * others pass a converter. The same contract gives the same description, whichever release of Zod made its schema.
 *
 * @throws UnreadableContractError where the schema cannot be read, with what to install or to pass.
 * @example
 * const { input, output, fieldTags } = describeContract(cart.itemAdded);
 */
export function describeContract(contract: AnyEventContract, { converters = [] }: DescribeOptions = {}): DescribedContract {
  const input = readSchema(contract, 'input', converters);
  const output = readSchema(contract, 'output', converters);
  const { rules, unseen, notPlain } = gatherMarks([input, output]);
  return {
    type: contract.type,
    version: contract.version,
    input,
    output,
    rules,
    unseen,
    ...(notPlain.length > 0 && { notPlain }),
    fieldTags: fieldTagsOf([input, output]),
    casts: { up: versionsOf(contract.upcast), down: versionsOf(contract.downcast) },
    lifecycle: contract.lifecycle ?? 'stable',
    ...toldOf(contract),
    library: libraryOf(contract),
  };
}

/** What the definition says for people and for the bus. What it does not say is not there. */
function toldOf({ owner, summary, tags, examples, retain, dom, ttl }: AnyEventContract): Partial<DescribedContract> {
  const keeps = typeof retain === 'object' ? 'by-key' : retain;
  const told = { owner, summary, tags, examples: examples && plain(examples), retain: keeps, dom, ttl };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

function versionsOf(casts: object = {}): number[] {
  return Object.keys(casts)
    .map(Number)
    .sort((a, b) => a - b);
}

/** Examples stand in files: what JSON has no word for is written as text, and that there is no payload is no example. */
function plain(examples: readonly unknown[]): unknown[] {
  const given = examples.filter((example) => example !== undefined);
  return JSON.parse(JSON.stringify(given, (_name, value) => (typeof value === 'bigint' ? String(value) : value)));
}

function libraryOf({ schema }: AnyEventContract): string {
  const { vendor } = schema['~standard'];
  const version = isZodSchema(schema) ? zodVersion(schema) : undefined;
  return version ? `${vendor} ${version}` : vendor;
}
