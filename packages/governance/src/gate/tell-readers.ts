import type { Difference } from '../compare/difference.ts';
import { describeField } from '../compare/sentences/describe-field.ts';
import { placeName } from '../contracts/places.ts';
import type { ContractCase } from './contract-case.ts';

/** Which apps were recorded to read which of the fields that break, as a sentence with a space before it; nothing where none was. */
export function tellReaders(reads: ContractCase['reads'], version: number, breaking: readonly Difference[]): string {
  const names = new Set(breaking.map(({ path }) => describeField(path)));
  const hits = Object.entries(reads).flatMap(([app, versions]) => {
    const hit = [...new Set((versions[version] ?? []).map(placeName).filter((name) => names.has(name)))];
    return hit.length > 0 ? [`${app} reads ${hit.join(', ')}`] : [];
  });
  return hits.length > 0 ? ` ${hits.join('; ')}.` : '';
}
