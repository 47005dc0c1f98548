import type { AnyEventContract } from '@busbar/core';

/** A contract among the exports of a module. */
export interface FoundContract {
  readonly contract: AnyEventContract;
  /** How to get at it: `cart.itemAdded`. */
  readonly name: string;
}

/** How deep groups of contracts may be in each other. */
const depth = 4;

/** The contracts among the exports of a module: contracts, and groups of them as `defineEvents` gives. */
export function findContracts(exported: Readonly<Record<string, unknown>>): FoundContract[] {
  return Object.entries(exported).flatMap(([name, value]) => contractsIn(value, name, depth));
}

function contractsIn(value: unknown, name: string, levels: number): FoundContract[] {
  if (typeof value !== 'object' || value === null || levels === 0) return [];
  if (isContract(value)) return [{ contract: value, name }];
  if ('~standard' in value) return [];
  return Object.entries(value).flatMap(([key, member]) => contractsIn(member, `${name}.${key}`, levels - 1));
}

function isContract(value: object): value is AnyEventContract {
  const { type, version, schema } = value as Partial<AnyEventContract>;
  const isSchema = (typeof schema === 'object' || typeof schema === 'function') && schema !== null && '~standard' in schema;
  return typeof type === 'string' && typeof version === 'number' && isSchema;
}
