import type { Difference } from '../compare/difference.ts';
import { nameField } from './name-field.ts';

/** How many differences a sentence tells before it counts the rest. */
const told = 3;

/** What differs in one clause, the field always named. */
export function describeDifference({ path, message }: Difference): string {
  const clause = message.replace(/\.$/, '');
  const field = nameField(path);
  const lastName = field.match(/[^.[\]]+(?=[[\]\d]*$)/)?.[0] ?? field;
  return field === '' || clause.includes(`"${field}"`) || clause.includes(`"${lastName}"`)
    ? clause
    : `in "${field}", ${lowered(clause)}`;
}

/** The first few differences in one sentence, and how many more there are. */
export function describeDifferences(differences: readonly Difference[]): string {
  const clauses = [...new Set(differences.map(describeDifference))];
  const more = clauses.length - told;
  return clauses.slice(0, told).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function lowered(clause: string): string {
  return /^[A-Z][a-z]/.test(clause) ? clause[0]!.toLowerCase() + clause.slice(1) : clause;
}
