import type { Difference } from '../compare/difference.ts';
import { describeField } from '../compare/sentences/describe-field.ts';

/** How many differences a sentence tells before it counts the rest. */
const told = 3;

/** The first few differences in one sentence, the field always named, and how many more there are. */
export function tellDifferences(differences: readonly Difference[]): string {
  const clauses = [...new Set(differences.map(clauseOf))];
  const more = clauses.length - told;
  return clauses.slice(0, told).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function clauseOf({ path, message }: Difference): string {
  const clause = lowered(message.replace(/\.$/, ''));
  const field = describeField(path);
  return clause.includes(field) || field === 'the payload' ? clause : `in ${field}, ${clause}`;
}

/** A sentence that goes on where another one began. Names in capitals stay. */
export function lowered(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence[0]!.toLowerCase() + sentence.slice(1) : sentence;
}
