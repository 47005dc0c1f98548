import { findBreaks } from '../containment/find-breaks.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { openSchema } from '../json-schema/open-schema.ts';
import { sameJson } from '../json-schema/same-json.ts';
import { checkKeywords } from './check-keywords.ts';
import { collectDifferences } from './collect-differences.ts';
import type { Comparison, ComparisonPolicy, Difference } from './difference.ts';
import { comparePairs } from './pairs/compare-pairs.ts';
import { typedSchema } from './typed/typed-schema.ts';

export interface CompareOptions {
  /**
   * `parsed` by default: everything that `original` admits has to be admitted by `updated`. `strict` and `lenient` decide as Confluent's
   * Schema Registry does, and mark what they do not look at and what they put up with.
   */
  readonly policy?: ComparisonPolicy;
  /** Report only what breaks, which is faster. */
  readonly only?: 'breaking';
}

/**
 * Says whether a reader with the schema `updated` can read whatever a writer with the schema `original` sends, and what is different.
 *
 * For the other direction, swap the two. Schemas may be of any draft from 04 to 2020-12, also of different ones. A schema that was compared
 * is remembered, so do not change it afterwards.
 *
 * @throws UnreadableSchemaError where a keyword has a value that makes no sense, or schemas lie within more than 256 others.
 * @throws SchemaReferenceError where a `$ref` leads nowhere.
 *
 * @example
 * const { compatible, differences } = compareSchemas({ maxLength: 9 }, { maxLength: 5 }, { policy: 'strict' });
 * // false, [{ type: 'MAX_LENGTH_DECREASED', path: '#/maxLength', breaking: true, … }]
 */
export function compareSchemas(original: JsonSchema, updated: JsonSchema, options: CompareOptions = {}): Comparison {
  const { policy = 'parsed', only } = options;
  checkKeywords(original, 'original');
  checkKeywords(updated, 'updated');
  if (sameJson(original, updated)) return { compatible: true, differences: [] };
  const differences = policy === 'parsed' ? compareByProof(original, updated, only) : compareByRules(original, updated, policy);
  const reported = only === 'breaking' ? differences.filter(({ breaking }) => breaking) : differences;
  return { compatible: differences.every(({ breaking }) => !breaking), differences: reported };
}

function compareByRules(original: JsonSchema, updated: JsonSchema, policy: ComparisonPolicy): Difference[] {
  const pair = comparePairs(typedSchema(openSchema(original).root), typedSchema(openSchema(updated).root), policy);
  return collectDifferences(pair, policy);
}

/** The breaks are proven; what else is different is told by the rules, which do not decide here. */
function compareByProof(original: JsonSchema, updated: JsonSchema, only: 'breaking' | undefined): Difference[] {
  const breaks = findBreaks(original, updated);
  if (only === 'breaking') return breaks;
  const others = compareByRules(original, updated, 'strict');
  if (breaks.length === 0) return others.map(withoutVerdict);
  // What the rules take for a break is what was proven, perhaps by another name.
  return [...breaks, ...others.filter(({ breaking }) => !breaking).map(withoutVerdict)];
}

function withoutVerdict({ class: _mark, breaking, message, ...difference }: Difference): Difference {
  const told = breaking ? `${message} It is proven that no value is refused for that.` : message;
  return { ...difference, breaking: false, message: told };
}
