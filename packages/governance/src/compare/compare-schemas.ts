import type { JsonSchema } from '../json-schema/json-schema.ts';
import { openSchema } from '../json-schema/open-schema.ts';
import { sameJson } from '../json-schema/same-json.ts';
import { checkKeywords } from './check-keywords.ts';
import { collectDifferences } from './collect-differences.ts';
import type { Comparison, ComparisonPolicy, Difference } from './difference.ts';
import { comparePairs } from './pairs/compare-pairs.ts';
import { typedSchema } from './typed/typed-schema.ts';

/**
 * Says whether a reader with the schema `updated` can read whatever a writer with the schema `original` sends, and what is different.
 *
 * For the other direction, swap the two. Schemas may be of any draft from 04 to 2020-12, also of different ones.
 *
 * @param options.policy `parsed` by default: everything that `original` admits has to be admitted by `updated`. `strict` and `lenient`
 * decide as Confluent's Schema Registry does, and mark what they do not look at or put up with.
 * @throws UnreadableSchemaError where a keyword has a value that makes no sense.
 * @throws SchemaReferenceError where a `$ref` leads nowhere.
 *
 * @example
 * const { compatible, differences } = compareSchemas({ maxLength: 9 }, { maxLength: 5 }, { policy: 'strict' });
 * // false, [{ type: 'MAX_LENGTH_DECREASED', path: '#/maxLength', breaking: true, … }]
 */
export function compareSchemas(
  original: JsonSchema,
  updated: JsonSchema,
  options: { readonly policy?: ComparisonPolicy } = {},
): Comparison {
  checkKeywords(original, 'original');
  checkKeywords(updated, 'updated');
  if (sameJson(original, updated)) return { compatible: true, differences: [] };
  const differences = compareByRules(original, updated, options.policy ?? 'parsed');
  return { compatible: differences.every(({ breaking }) => !breaking), differences };
}

function compareByRules(original: JsonSchema, updated: JsonSchema, policy: ComparisonPolicy): Difference[] {
  const pair = comparePairs(typedSchema(openSchema(original).root), typedSchema(openSchema(updated).root), policy);
  return collectDifferences(pair, policy);
}
