import type { JsonSchema } from '../json-schema/json-schema.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { ComparisonPolicy } from './difference.ts';

/** What a policy finds, as lines: `MAX_LENGTH_DECREASED #/maxLength`, with `(breaking)`, `(tolerated)` or `(unchecked)` behind. */
export function listedDifferences(original: JsonSchema, updated: JsonSchema, policy: ComparisonPolicy = 'strict'): string[] {
  return compareSchemas(original, updated, { policy })
    .differences.map((difference) => {
      const mark = difference.breaking ? 'breaking' : difference.class;
      return `${difference.type} ${difference.path}${mark ? ` (${mark})` : ''}`;
    })
    .sort();
}

/** Whether `strict` and `lenient` find the change compatible: `ok` or `break` for each. */
export function verdictsOf(original: JsonSchema, updated: JsonSchema): readonly [strict: string, lenient: string] {
  const verdict = (policy: ComparisonPolicy) => (compareSchemas(original, updated, { policy }).compatible ? 'ok' : 'break');
  return [verdict('strict'), verdict('lenient')];
}
