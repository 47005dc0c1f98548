import type { Schema } from '../json-schema/schema-node.ts';
import type { DifferenceType } from './difference-types.ts';
import type { Finding, Pair, Step } from './finding.ts';
import { anything, type TypedSchema, typedSchema } from './typed-schema.ts';

export type ComparePair = (original: TypedSchema, updated: TypedSchema) => Pair;

/** Takes down what the rules find in one pair of schemas. */
export class Report {
  readonly findings: Finding[] = [];
  readonly steps: Step[] = [];
  /** Compares two schemas without taking anything down. */
  readonly compare: ComparePair;

  constructor(compare: ComparePair) {
    this.compare = compare;
  }

  add(type: DifferenceType, at: string, values: Omit<Finding, 'type' | 'at'> = {}): void {
    this.findings.push({ type, at, ...values });
  }

  /** Takes over what was found in a pair. */
  keep(pair: Pair, at: string, isExclusive = false): void {
    this.steps.push({ kind: 'inside', at, pair, isExclusive });
  }

  /** Compares subschemas, takes over what is found, and says whether they are compatible. */
  inside(original: Schema, updated: Schema, at: string): boolean {
    const pair = this.compare(typedSchema(original), typedSchema(updated));
    this.keep(pair, at);
    return !pair.isBroken;
  }

  /** Compares what is excluded. */
  negated(original: Schema, updated: Schema, at: string): void {
    this.steps.push({ kind: 'negated', at, pair: this.compare(typedSchema(updated), typedSchema(original)) });
  }

  /** Compares subschemas that the rules do not look at. A schema that is not there admits everything. */
  unchecked(type: DifferenceType, at: string, couples: readonly (readonly [Schema | undefined, Schema | undefined])[]): void {
    const pairs = couples.map(([original, updated]) => this.compare(typed(original), typed(updated)));
    this.steps.push({ kind: 'unchecked', at, pairs, type });
  }
}

function typed(schema: Schema | undefined): TypedSchema {
  return schema === undefined ? anything : typedSchema(schema);
}
