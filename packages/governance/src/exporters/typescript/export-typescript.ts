import { deprecationOf, factLines } from '../contract-facts.ts';
import type { Export, ExportNote } from '../export.ts';
import { contractsByType, contractsOf, type ExportedContract, type ExportSource, nameOf, noteOn } from '../exported-contract.ts';
import { generalNotes } from '../general-notes.ts';
import { commentOn } from '../shape/comment-on.ts';
import { recursionTargets } from '../shape/places.ts';
import { readShape } from '../shape/read-shape.ts';
import { UniqueNames } from '../unique-names.ts';
import { pascalCase } from '../words.ts';
import { docComment } from './doc-comment.ts';
import { printType, type TypePrinter } from './print-type.ts';

export interface TypeScriptOptions {
  /** Whether names become typed for the bus (`bus.on('cart:itemAdded', …)`), each with its newest version. Default true. */
  readonly declareEvents?: boolean;
  /** Whether a second file has the fingerprint of each version, where the lock file knows it. Default false. */
  readonly fingerprints?: boolean;
}

const header = '// Written by Busbar from its lock file: changes are lost with the next export.\n';

/**
 * Writes one declaration file with a type for each version of each contract, for teams that do not import the contracts.
 *
 * A payload as it is published is `CartItemAddedV2`; where emitters may give something else, that is `CartItemAddedV2Input`.
 *
 * @example
 * const { files } = exportTypeScript(lock, { fingerprints: true }); // busbar-events.d.ts, busbar-fingerprints.ts
 */
export function exportTypeScript(source: ExportSource, options: TypeScriptOptions = {}): Export {
  const { declareEvents = true, fingerprints = false } = options;
  const notes: ExportNote[] = [];
  const printed = printContracts(contractsOf(source), notes);
  const imports = declareEvents ? "import type { EventContract } from '@busbar/core';\n\n" : '';
  const declarations = [...printed.values()].flatMap(({ text }) => text);
  const events = declareEvents ? [declareByName(source, printed)] : [];
  const text = `${header}${imports}${[...declarations, ...events].join('\n\n')}\n`;
  return { files: [{ path: 'busbar-events.d.ts', text }, ...(fingerprints ? [fingerprintFile(source, notes)] : [])], notes };
}

interface PrintedContract {
  readonly input: string;
  readonly output: string;
  readonly text: readonly string[];
}

function printContracts(contracts: readonly ExportedContract[], notes: ExportNote[]): Map<ExportedContract, PrintedContract> {
  const names = new UniqueNames(['EventContract', 'ReadonlyArray', 'Readonly', 'Record', 'DeclaredEvents']);
  return new Map(contracts.map((contract) => [contract, printContract(contract, names, notes)]));
}

function printContract(contract: ExportedContract, names: UniqueNames, notes: ExportNote[]): PrintedContract {
  const name = names.take(`${pascalCase(contract.type)}V${contract.version}`);
  const output = printSide(contract, 'output', name, names, notes);
  notes.push(...generalNotes(contract));
  const lines = [...(contract.summary === undefined ? [] : [contract.summary]), ...factLines(contract), ...output.about];
  const text = [declaration(name, output, lines, contract), ...output.declarations];
  const isSame = (input: PrintedSide) => JSON.stringify(input).replaceAll(`${name}Input`, name) === JSON.stringify(output);
  const input = printSide(contract, 'input', `${name}Input`, new UniqueNames(), []);
  if (isSame(input)) return { input: name, output: name, text };
  const inputName = names.take(`${name}Input`);
  const printed = printSide(contract, 'input', inputName, names, notes);
  const about = [`What emitters may give for version ${contract.version} of ${contract.type}.`, ...printed.about];
  return {
    input: inputName,
    output: name,
    text: [...text, declaration(inputName, printed, about, contract), ...printed.declarations],
  };
}

function declaration(name: string, { type }: PrintedSide, lines: readonly string[], { lifecycle }: ExportedContract): string {
  const deprecation = deprecationOf(lifecycle);
  return `${docComment(lines, deprecation === undefined ? [] : [`@deprecated ${deprecation}`])}export type ${name} = ${type};`;
}

interface PrintedSide {
  readonly type: string;
  readonly about: readonly string[];
  /** Of the types inside that need names. */
  readonly declarations: readonly string[];
}

function printSide(
  contract: ExportedContract,
  side: 'input' | 'output',
  name: string,
  names: UniqueNames,
  notes: ExportNote[],
): PrintedSide {
  const shape = readShape(contract, contract[side]);
  const declarations: string[] = [];
  const note = (place: string, message: string) => void notes.push(noteOn(contract, place, message));
  const printer: TypePrinter = { names, targets: recursionTargets(shape), named: new Map([['', name]]), declarations, note };
  return { type: printType(shape, printer), about: commentOn(shape), declarations };
}

/** Newest versions under their names, as the bus looks them up. */
function declareByName(source: ExportSource, printed: ReadonlyMap<ExportedContract, PrintedContract>): string {
  const newest = [...contractsByType(source).values()].map((versions) => versions.at(-1)!);
  const byName = new Map([...printed].map(([contract, { input, output }]) => [nameOf(contract), { input, output }]));
  const lines = newest.flatMap((contract) => {
    const { input, output } = byName.get(nameOf(contract))!;
    const type = JSON.stringify(contract.type);
    return `    readonly ${type}: EventContract<${type}, ${input}, ${output}>;`;
  });
  return `declare module '@busbar/core' {\n  interface DeclaredEvents {\n${lines.join('\n')}\n  }\n}`;
}

function fingerprintFile(source: ExportSource, notes: ExportNote[]) {
  const contracts = contractsOf(source);
  for (const contract of contracts.filter(({ hash }) => hash === undefined))
    notes.push(noteOn(contract, '', 'Only the lock file knows fingerprints: this version has none.'));
  const known = Object.fromEntries(
    contracts.filter(({ hash }) => hash !== undefined).map((contract) => [nameOf(contract), contract.hash]),
  );
  const comment = docComment(['Fingerprints of contracts by name and version.']);
  return {
    path: 'busbar-fingerprints.ts',
    text: `${header}${comment}export const fingerprints = ${JSON.stringify(known, undefined, 2)} as const;\n`,
  };
}
