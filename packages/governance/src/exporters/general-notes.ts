import type { ExportNote } from './export.ts';
import { type ExportedContract, noteOn } from './exported-contract.ts';

/** What no format can say: checks that are code, and casts. */
export function generalNotes(contract: ExportedContract): ExportNote[] {
  const { rules, unseen, casts } = contract;
  const isCast = casts.up.length + casts.down.length > 0;
  return [
    ...rules.map(({ path, id }) => noteOn(contract, path, `The rule “${id}” is code: its id is carried, what it checks is not.`)),
    ...unseen.map((path) => noteOn(contract, path, 'A check without a rule id is code: it is not carried.')),
    ...(isCast ? [noteOn(contract, '', 'Casts are code: the versions that they lead to are carried, the casts are not.')] : []),
  ];
}
