import type { Schema } from '../../json-schema/schema-node.ts';
import type { ComparisonPolicy } from '../difference.ts';
import { type DifferenceType, isBreaking } from '../difference-types.ts';
import { anything, type TypedSchema, typedSchema } from '../typed/typed-schema.ts';
import type { Finding, Pair, Step } from './finding.ts';
import { isSameSchema } from './same-schema.ts';

interface ReportOptions {
  readonly policy: ComparisonPolicy;
  /** Everything is wanted. Otherwise the first break is enough, because all that anybody wants to know is whether there is one. */
  readonly isFull: boolean;
  /** Finds what is known of two schemas so far; `isFull`, if everything is wanted. */
  readonly pairOf: (original: TypedSchema, updated: TypedSchema, isFull: boolean) => Pair;
}

/** Takes down what the rules find in one pair of schemas. */
export class Report {
  readonly findings: Finding[] = [];
  readonly steps: Step[] = [];
  readonly isFull: boolean;
  isBroken = false;
  readonly #policy: ComparisonPolicy;
  readonly #pairOf: ReportOptions['pairOf'];

  constructor({ policy, isFull, pairOf }: ReportOptions) {
    this.isFull = isFull;
    this.#policy = policy;
    this.#pairOf = pairOf;
  }

  add(type: DifferenceType, at: string, values: Omit<Finding, 'type' | 'at'> = {}): void {
    this.findings.push({ type, at, ...values });
    this.isBroken ||= values.class !== 'unchecked' && !values.isSilent && isBreaking(type, this.#policy);
  }

  /** Compares two schemas without taking anything down. */
  compare(original: TypedSchema, updated: TypedSchema): Pair {
    return this.#pairOf(original, updated, false);
  }

  /** Takes over what was found in a pair. */
  keep(pair: Pair, at: string, isExclusive = false): void {
    this.steps.push({ kind: 'inside', at, pair, isExclusive });
    this.isBroken ||= pair.isBroken;
  }

  /** Compares subschemas, takes over what is found, and says whether they are compatible. */
  inside(original: Schema, updated: Schema, at: string): boolean {
    if ((this.isBroken && !this.isFull) || isSameSchema(original, updated)) return true;
    const pair = this.#pairOf(typedSchema(original), typedSchema(updated), this.isFull);
    this.keep(pair, at);
    return !pair.isBroken;
  }

  /** Compares what is excluded. */
  negated(original: Schema, updated: Schema, at: string): void {
    const pair = this.compare(typedSchema(updated), typedSchema(original));
    this.steps.push({ kind: 'negated', at, pair });
    this.isBroken ||= pair.isBroken;
  }

  /** Compares subschemas that the rules do not look at. A schema that is not there admits everything. */
  unchecked(type: DifferenceType, at: string, couples: readonly (readonly [Schema | undefined, Schema | undefined])[]): void {
    const different = couples.filter(([original, updated]) => !isSameSchema(original, updated));
    const pairs = different.map(([original, updated]) => this.compare(typed(original), typed(updated)));
    this.steps.push({ kind: 'unchecked', at, pairs, type });
  }
}

function typed(schema: Schema | undefined): TypedSchema {
  return schema === undefined ? anything : typedSchema(schema);
}
