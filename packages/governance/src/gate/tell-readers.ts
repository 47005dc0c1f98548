import type { Difference } from '../compare/difference.ts';
import { describeField, placeAt } from '../compare/sentences/describe-field.ts';
import { reaches } from '../contracts/places.ts';
import type { ContractCase } from './contract-case.ts';

/** Which apps were recorded to read which of the fields that break, as a sentence with a space before it; nothing where none was. */
export function tellReaders(reads: ContractCase['reads'], version: number, breaking: readonly Difference[]): string {
  const hits = Object.entries(reads).flatMap(([app, versions]) => {
    const places = versions[version] ?? [];
    const hit = breaking.filter(({ path }) => places.some((read) => reaches(read, placeAt(path))));
    const names = [...new Set(hit.map(({ path }) => describeField(path)))];
    return names.length > 0 ? [`${app} reads ${names.join(', ')}`] : [];
  });
  return hits.length > 0 ? ` ${hits.join('; ')}.` : '';
}
