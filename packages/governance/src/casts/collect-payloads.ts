import type { AnyEventContract } from '@busbar/core';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import type { CheckCastsOptions } from './check-casts.ts';
import { compileValidator } from './compile-validator.ts';
import { frozenCopy } from './frozen-copy.ts';
import { generatePayloads } from './generate-payloads.ts';

/** A payload as it is published, to be cast. */
export interface Payload {
  readonly value: unknown;
  /** Whether the author of the contract gave it. */
  readonly isExample: boolean;
}

/** Payloads of the version that is cast from: its examples, and generated ones. */
export function collectPayloads({ contract, described, against, direction, seed, count }: Options): Payload[] {
  const examples = (direction === 'up' ? against.examples : contract.examples) ?? [];
  if (direction === 'down') {
    const given = examples.flatMap((example) => published(contract, example));
    const made = generatePayloads(described.input, seed, count).flatMap((value) => published(contract, value));
    return [...mark(given, true), ...mark(made, false)];
  }
  return [...mark(satisfying(examples, against.output), true), ...mark(generatePayloads(against.output, seed, count), false)];
}

type Options = CheckCastsOptions & { readonly seed: number; readonly count: number };

/** Examples as they are published, with defaults filled in; without those that do not satisfy the schema. */
function satisfying(examples: readonly unknown[], schema: JsonSchema): unknown[] {
  if (examples.length === 0) return [];
  const validate = compileValidator(schema, 'nothing', true);
  return examples.map((example) => structuredClone(example)).filter((example) => validate(example).length === 0);
}

function mark(values: readonly unknown[], isExample: boolean): Payload[] {
  return values.map((value) => ({ value, isExample }));
}

/** What the bus would publish of what is emitted; nothing where the contract refuses it. */
function published({ schema }: AnyEventContract, value: unknown): unknown[] {
  try {
    const result = schema['~standard'].validate(frozenCopy(value));
    return 'value' in result && !result.issues ? [result.value] : [];
  } catch {
    return [];
  }
}
