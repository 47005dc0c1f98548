import { createHash } from 'node:crypto';
import { shapeOf } from '../contracts/canonical/shape-of.ts';
import type { DescribedContract } from '../contracts/described-contract.ts';
import { canonicalJson } from './canonical-json.ts';

/** What makes the shape of a payload. */
export type Shape = Pick<DescribedContract, 'input' | 'output' | 'rules'>;

/**
 * Identifies the shape of a contract's payload: the `fingerprint` of its definition, and the hash in the lock file.
 *
 * It is SHA-256 over the canonical schemas and rules, as `sha256-` and 64 hexadecimal digits. What is said for people,
 * such as a description, does not change it, nor does a newer release of the schema library.
 *
 * @example
 * hashOf(describeContract(itemAdded)); // 'sha256-5d41402a…'
 */
export function hashOf({ input, output, rules }: Shape): string {
  const sortedRules = rules.map(({ path, id }) => canonicalJson({ path, id })).sort();
  const text = canonicalJson({ input: shapeOf(input), output: shapeOf(output), rules: sortedRules });
  return `sha256-${createHash('sha256').update(text).digest('hex')}`;
}
