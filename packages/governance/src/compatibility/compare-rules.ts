import type { ComparisonPolicy, Difference } from '../compare/difference.ts';
import type { Rule } from '../contracts/described-contract.ts';

/**
 * What the rules of a reader ask for that those of the writer do not, and the other way round.
 *
 * A rule that only the reader has may refuse what the writer publishes. `strict` and `lenient` know no rules, so there it
 * is not breaking.
 */
export function compareRules(written: readonly Rule[], read: readonly Rule[], policy: ComparisonPolicy): Difference[] {
  const breaking = policy === 'parsed';
  const unchecked = breaking ? {} : ({ class: 'unchecked' } as const);
  const added = missingIn(written, read).map(({ path, id }) => ({
    type: 'RULE_ADDED' as const,
    path,
    breaking,
    message: `The reader holds the payload to the rule "${id}", and the writer does not.`,
    ...unchecked,
  }));
  const removed = missingIn(read, written).map(({ path, id }) => ({
    type: 'RULE_REMOVED' as const,
    path,
    breaking: false,
    message: `The writer holds the payload to the rule "${id}", and the reader does not ask for it.`,
  }));
  return [...added, ...removed];
}

/** Rules of the second list that the first one has not, or has elsewhere. */
function missingIn(rules: readonly Rule[], others: readonly Rule[]): Rule[] {
  const known = new Set(rules.map(({ path, id }) => `${path} ${id}`));
  return others.filter(({ path, id }) => !known.has(`${path} ${id}`));
}
