import { extensionsOf } from '../contract-facts.ts';
import type { Export, ExportedFile, ExportNote } from '../export.ts';
import { contractsOf, type ExportedContract, type ExportSource } from '../exported-contract.ts';
import { fileNames } from '../file-names.ts';
import { generalNotes } from '../general-notes.ts';
import { UniqueNames } from '../unique-names.ts';
import { lastSegment, readableName } from '../words.ts';
import { avroName } from './avro-type.ts';
import { lowerAvro } from './lower-avro.ts';

/**
 * Writes one `.avsc` for each version of each contract. All versions of an event have the same full name (`cart.itemAdded`), so that
 * readers of one version can resolve what another has written.
 *
 * @example
 * const { files } = exportAvro(lock); // cart.itemAdded.v2.avsc
 */
export function exportAvro(source: ExportSource): Export {
  const contracts = contractsOf(source);
  const names = avroNames(contracts.map(({ type }) => type));
  const [files, notes]: [ExportedFile[], ExportNote[]] = [[], []];
  for (const [contract, path] of fileNames(contracts)) {
    const lowered = lowerAvro(contract, names.get(contract.type)!);
    const schema = withFacts(lowered.type.schema as object, contract);
    files.push({ path: `${path}.avsc`, text: `${JSON.stringify(schema, undefined, 2)}\n` });
    notes.push(...generalNotes(contract), ...lowered.notes);
  }
  return { files, notes };
}

/** The full names of events, made unique in the order of their types, those first that need no change: `cart.itemAdded` for `cart:itemAdded`. */
export function avroNames(types: Iterable<string>): Map<string, string> {
  const names = new UniqueNames();
  const all = [...new Set(types)];
  const isLegal = (type: string) => type.split(':').every((segment) => avroName(segment) === segment);
  const ordered = [...all.filter(isLegal), ...all.filter((type) => !isLegal(type))];
  return new Map(ordered.map((type) => [type, names.take(type.split(':').map(fullNamePart).join('.'))]));
}

/** Events are mostly called by words, which `_` parts as well as anything. */
function fullNamePart(segment: string): string {
  return avroName(readableName(segment));
}

/** Facts of the contract are attributes of its record, the summary is its `doc`. */
function withFacts(schema: object, contract: ExportedContract): object {
  const { name, doc = contract.summary, fields, ...others } = schema as Readonly<Record<string, unknown>>;
  const [, namespace, own] = /^(?:(.*)\.)?(.*)$/.exec(String(name))!;
  const { 'x-summary': _, 'x-tags': tags, ...facts } = extensionsOf(contract);
  return {
    type: 'record',
    name: own ?? lastSegment(contract.type),
    ...(namespace && { namespace }),
    ...(doc !== undefined && { doc }),
    ...facts,
    ...(tags !== undefined && { 'x-tags': tags }),
    ...others,
    fields,
  };
}
