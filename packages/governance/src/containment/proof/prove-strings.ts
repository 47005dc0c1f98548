import { typeBits } from '../formulas/type-mask.ts';
import type { TypeGoal } from './prove-by-type.ts';
import { sizeRange } from './size-range.ts';

/** Whatever has the first format has the others, too. */
const implied: Readonly<Record<string, readonly string[]>> = {
  email: ['idn-email'],
  hostname: ['idn-hostname'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
  'uri-reference': ['iri-reference'],
  iri: ['iri-reference'],
};

export function proveStrings({ facts, claims, holdsForAll }: TypeGoal): boolean {
  const { min, max } = sizeRange(facts, claims, typeBits.string);
  if (min > max) return true;
  if (max === 0) return holdsForAll(['']);
  const formats = facts.flatMap((fact) => (fact.kind === 'format' ? (implied[fact.text] ?? []) : []));
  return claims.some((claim) => claim.kind === 'format' && formats.includes(claim.text));
}
