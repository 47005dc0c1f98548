import type { DescribedContract } from '../../contracts/described-contract.ts';
import { fitsShape } from '../../exporters/shape/fits-shape.ts';
import { shapesByPlace } from '../../exporters/shape/places.ts';
import { readShape } from '../../exporters/shape/read-shape.ts';
import { UniqueNames } from '../../exporters/unique-names.ts';
import { camelCase, commentLines, lastSegment } from '../../exporters/words.ts';
import type { ImportNote } from '../imported.ts';
import { type ModuleNames, printSchema } from './print-definitions.ts';
import { literal, propertyKey, quoted } from './zod-printing.ts';

const reserved = [
  ...['break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum', 'export'],
  ...['extends', 'false', 'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'new', 'null', 'return', 'super'],
  ...[
    'switch',
    'this',
    'throw',
    'true',
    'try',
    'typeof',
    'var',
    'void',
    'while',
    'with',
    'yield',
    'let',
    'static',
    'await',
    'async',
  ],
  ...[
    'implements',
    'interface',
    'package',
    'private',
    'protected',
    'public',
    'arguments',
    'eval',
    'undefined',
    'z',
    'defineEvents',
  ],
  ...['RegExp', 'Object', 'NaN', 'Infinity'],
];

/** A module of contracts in Zod, the newest version of each, and the notes with what Zod does not check. */
export function printModule(
  contracts: readonly DescribedContract[],
  notes: readonly ImportNote[],
): { readonly module: string; readonly notes: readonly ImportNote[] } {
  const [names, all, constants] = [new UniqueNames(reserved), [...notes], [] as string[]];
  const shared: ModuleNames = { names, byCode: new Map() };
  const groups = [...byDomain(newestOf(contracts, all))].map(([domain, events]) => {
    const name = names.take(camelCase(domain));
    const body = events.map((contract) => printContract(contract, shared, constants, all).replace(/^(?=.)/gm, '  '));
    return `export const ${name} = defineEvents(${quoted(domain)}, {\n${body.join('\n')}\n});`;
  });
  const imports = "import { defineEvents } from '@busbar/core';\nimport * as z from 'zod';";
  return { module: `${[imports, ...constants, ...groups].join('\n\n')}\n`, notes: all };
}

/** Older versions are kept as data; a module has one version of each event. */
function newestOf(contracts: readonly DescribedContract[], notes: ImportNote[]): DescribedContract[] {
  const newest = new Map<string, DescribedContract>();
  for (const contract of contracts) {
    const known = newest.get(contract.type);
    if (known) {
      const message = 'It has several versions: the module has the newest, which needs casts from the older ones.';
      if (!notes.some((note) => note.contract === contract.type && note.message === message))
        notes.push({ contract: contract.type, path: '', message });
    }
    if (!known || known.version < contract.version) newest.set(contract.type, contract);
  }
  return [...newest.values()];
}

function byDomain(contracts: readonly DescribedContract[]): Map<string, DescribedContract[]> {
  const groups = new Map<string, DescribedContract[]>();
  for (const contract of contracts) {
    const domain = contract.type.slice(0, contract.type.lastIndexOf(':'));
    groups.set(domain, [...(groups.get(domain) ?? []), contract]);
  }
  return groups;
}

function printContract(contract: DescribedContract, shared: ModuleNames, constants: string[], notes: ImportNote[]): string {
  const { type, version, input, summary, owner, tags, lifecycle } = contract;
  const own: ImportNote[] = [];
  const note = (path: string, message: string) => void own.push({ contract: type, path, message });
  const printed = printSchema(input, lastSegment(type), shared, note);
  constants.push(...printed.constants);
  const facts = {
    summary,
    owner,
    tags,
    lifecycle: lifecycle === 'stable' ? undefined : lifecycle,
    examples: validExamples(contract, own),
  };
  notes.push(...own);
  const lines = [
    `version: ${version},`,
    ...own.flatMap(({ path, message }) => commentLines(`${path}: ${message}`)).map((line) => `// ${line}`),
    `schema: ${printed.expression},`,
    ...Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${literal(value)},`])),
  ];
  return `${propertyKey(lastSegment(type))}: {\n${lines.join('\n').replace(/^(?=.)/gm, '  ')}\n},`;
}

/** The compiler holds examples to the schema: those that do not fit stay out. */
function validExamples({ input, examples = [], type }: DescribedContract, notes: ImportNote[]): readonly unknown[] | undefined {
  const shape = readShape({ fieldTags: {} }, input);
  const places = shapesByPlace(shape);
  const valid = examples.filter((example) => fitsShape(shape, example, places, true));
  if (valid.length < examples.length)
    notes.push({ contract: type, path: '', message: 'An example does not satisfy the schema: it is left out.' });
  return valid.length > 0 ? valid : undefined;
}
