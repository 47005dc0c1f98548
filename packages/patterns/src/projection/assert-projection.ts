import { type AnyEventContract, BusError } from '@busbar/core';
import type {} from './projection-errors.ts';

interface Given {
  readonly version?: unknown;
  readonly contracts?: readonly AnyEventContract[];
  readonly on?: object;
  readonly migrate?: object;
}

/** @throws BusError `invalid-projection` with what is wrong with a definition. */
export function assertProjection(name: unknown, definition: Given): void {
  const problem = problemWith(name, definition);
  if (!problem) return;
  const message = `The projection ${typeof name === 'string' ? `"${name}"` : String(name)} cannot be used: ${problem}.`;
  throw new BusError('invalid-projection', { projection: name, problem, message });
}

function problemWith(name: unknown, { version = 1, contracts, on, migrate }: Given): string | undefined {
  if (typeof name !== 'string' || !name) return 'its name is no text';
  if (!Number.isInteger(version) || (version as number) < 1) return 'its version is not a whole number from 1 on';
  if (!Array.isArray(contracts) || contracts.length === 0) return 'it names no contracts';
  const none = contracts.findIndex((contract) => typeof contract?.type !== 'string');
  if (none >= 0) return `contracts[${none}] is no event contract`;
  const types = contracts.map(({ type }) => type);
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice) return `it names two contracts "${twice}"`;
  const folds = new Map(Object.entries(on ?? {}));
  const without = types.find((type) => typeof folds.get(type) !== 'function');
  if (without) return `"${without}" has no fold in \`on\``;
  const unknown = [...folds.keys()].find((type) => !types.includes(type));
  if (unknown) return `\`on\` has a fold for "${unknown}", which is none of its contracts`;
  const wrong = Object.entries(migrate ?? {}).find(
    ([from, step]) => !Number.isInteger(Number(from)) || typeof step !== 'function',
  );
  return wrong && `migrate[${wrong[0]}] is not a function under the number of a version`;
}
