import type { Export, ExportedFile, ExportNote } from '../export.ts';
import { contractsByType, contractsOf, type ExportedContract, type ExportSource } from '../exported-contract.ts';
import { fileNames } from '../file-names.ts';
import { generalNotes } from '../general-notes.ts';
import { assignFieldNumbers, type FieldNumbers } from './assign-field-numbers.ts';
import { lowerContract } from './lower-shape.ts';
import { printProto } from './print-proto.ts';
import { protoNames } from './proto-names.ts';

/**
 * Writes one `.proto` (proto3) for each version of each contract. All versions of an event have the same package and message, and field
 * numbers that mean the same in all of them, so that bytes of one version can be read with another. What a version no longer has
 * is `reserved`.
 *
 * Numbers are those of the lock file; a contract that has none yet is given the numbers that it would get there.
 *
 * @example
 * const { files } = exportProtobuf(lock); // cart.itemAdded.v2.proto
 */
export function exportProtobuf(source: ExportSource): Export {
  const contracts = contractsOf(source);
  const [names, paths, numbers] = [protoNames(contracts.map(({ type }) => type)), fileNames(contracts), numbersOf(source)];
  const [files, notes]: [ExportedFile[], ExportNote[]] = [[], []];
  for (const [contract, path] of paths) {
    const name = names.get(contract.type)!;
    const lowered = lowerContract(contract, name.message);
    files.push({
      path: `${path}.proto`,
      text: printProto(contract, name, lowered.model, numbers.get(`${contract.type}@${contract.version}`)!),
    });
    notes.push(...generalNotes(contract), ...lowered.notes);
  }
  return { files, notes };
}

/** The numbers of each version: those that it has, and what the versions before it have used up. */
function numbersOf(source: ExportSource): Map<string, FieldNumbers> {
  const numbers = new Map<string, FieldNumbers>();
  for (const versions of contractsByType(source).values()) {
    const locked = Object.assign({}, ...versions.map(({ fieldNumbers }) => fieldNumbers)) as FieldNumbers;
    let used: FieldNumbers = {};
    for (const contract of versions) {
      used = numbersOfVersion(contract, used, locked);
      numbers.set(`${contract.type}@${contract.version}`, used);
    }
  }
  return numbers;
}

/** A version without numbers must not take one that a later version has in the lock file. */
function numbersOfVersion(contract: ExportedContract, used: FieldNumbers, locked: FieldNumbers): FieldNumbers {
  if (contract.fieldNumbers) return assignFieldNumbers({ ...used, ...contract.fieldNumbers }, contract);
  return assignFieldNumbers({ ...locked, ...used }, contract);
}
