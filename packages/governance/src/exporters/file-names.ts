import type { ExportedContract } from './exported-contract.ts';
import { UniqueNames } from './unique-names.ts';

const ofDevices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A text as part of a file's name on every system: no separators, no dots at its ends, no name of a device, 80 characters at most. */
export function asFileName(text: string): string {
  const plain = text
    .replaceAll(':', '.')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return plain === '' || ofDevices.test(plain.split('.')[0]!) ? `event-${plain}` : plain;
}

/** A name for each version of each contract, such as `cart.itemAdded.v2`. Given in their order, so that doubles are told apart. */
export function fileNames(contracts: readonly ExportedContract[]): Map<ExportedContract, string> {
  const stems = stemsOf(contracts.map(({ type }) => type));
  const names = new UniqueNames([], (name) => name.toLowerCase());
  return new Map(contracts.map((contract) => [contract, names.take(`${stems.get(contract.type)}.v${contract.version}`)]));
}

/** A name for each event, such as `cart.itemAdded`. */
export function stemsOf(types: readonly string[]): Map<string, string> {
  const names = new UniqueNames([], (name) => name.toLowerCase());
  return new Map([...new Set(types)].map((type) => [type, names.take(asFileName(type))]));
}
