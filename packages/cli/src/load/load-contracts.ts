import type { AnyEventContract } from '@busbar/core';
import type { DescribedContract } from '@busbar/governance/contracts';
import type { Positions } from '../locate/positions.ts';
import { CannotRun } from './cannot-run.ts';
import { findContracts } from './find-contracts.ts';
import { findFiles } from './find-files.ts';
import { fromHere } from './from-here.ts';
import { importModule, type ModuleHost } from './import-module.ts';

/** A contract of the project, as it is and as data. */
export interface LoadedContract {
  readonly contract: AnyEventContract;
  readonly described: DescribedContract;
  /** The module that exports it: an absolute path. */
  readonly file: string;
  /** The names by which modules export it: `cart.itemAdded`. */
  readonly names: readonly string[];
}

const neverContracts = ['!**/*.d.ts', '!**/*.{test,spec,test-d}.*'];

/**
 * Reads the contracts that the modules export, in the order of their names and versions. One that several modules export is one.
 *
 * @param patterns paths and glob patterns, meant from `folder`
 * @throws CannotRun if a pattern matches nothing, a module cannot be read or exports no contract, or JSON Schema cannot tell a
 * contract's shape.
 */
export async function loadContracts(
  patterns: readonly string[],
  folder: string,
  host: ModuleHost,
  positions: Positions,
): Promise<LoadedContract[]> {
  const found = await readModules(patterns, folder, host);
  // Not before all modules are read: it takes longer than most of them.
  const { describeContract } = await import('@busbar/governance/contracts');
  const describeOne = ([contract, { file, names }]: [AnyEventContract, Exported]) => {
    host.watch.goesOn(`Describing ${contract.type}`);
    const place = () => positions.find(contract.type) ?? { file };
    return { contract, described: describe(contract, place, describeContract), file, names };
  };
  const loaded = await host.watch.during('Describing contracts', () => [...found].map(describeOne));
  return loaded.sort(({ described: one }, { described: other }) => compare(one.type, other.type) || one.version - other.version);
}

/** Where a contract was found, and by which names it is exported. */
interface Exported {
  readonly file: string;
  readonly names: string[];
}

async function readModules(
  patterns: readonly string[],
  folder: string,
  host: ModuleHost,
): Promise<Map<AnyEventContract, Exported>> {
  const found = new Map<AnyEventContract, Exported>();
  for (const file of await findModules(patterns, folder)) {
    const label = fromHere(file, host.folder);
    const contracts = findContracts(await importModule(file, label, host));
    if (contracts.length === 0) throw new CannotRun(noContract(label, file));
    for (const { contract, name } of contracts) {
      const known = found.get(contract);
      if (known) known.names.push(name);
      else found.set(contract, { file, names: [name] });
    }
  }
  return found;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

async function findModules(patterns: readonly string[], folder: string): Promise<string[]> {
  for (const pattern of patterns.filter((one) => !one.startsWith('!'))) {
    if ((await findFiles([pattern], folder)).length > 0) continue;
    throw new CannotRun({
      code: 'no-module',
      message: `No module matches "${pattern}" in ${folder}.`,
      advice:
        'Mend `contracts` in the configuration: paths and glob patterns, meant from the folder that the configuration is in.',
    });
  }
  const prefixes = new Set(patterns.map((pattern) => pattern.replace(/^!/, '').match(/^(\.\.\/)*/)![0]));
  const never = [...prefixes].flatMap((prefix) => neverContracts.map((pattern) => `!${prefix}${pattern.slice(1)}`));
  return findFiles([...patterns, ...never], folder);
}

function noContract(label: string, file: string) {
  return {
    code: 'no-contract',
    message: `${label} exports no contract.`,
    advice: `Export what defineEvent or defineEvents gives, or take the module out with "!${label}" in \`contracts\`.`,
    file,
  };
}

type Place = { readonly file: string; readonly line?: number; readonly column?: number };

function describe(
  contract: AnyEventContract,
  place: () => Place,
  describeContract: (contract: AnyEventContract) => DescribedContract,
): DescribedContract {
  try {
    return describeContract(contract);
  } catch (error) {
    throw new CannotRun({
      code: 'unreadable-contract',
      message: `${contract.type}@${contract.version} cannot be told in JSON Schema: ${error instanceof Error ? error.message : error}`,
      advice: 'Contracts need a schema of Zod, or one that offers Standard JSON Schema.',
      ...place(),
    });
  }
}
