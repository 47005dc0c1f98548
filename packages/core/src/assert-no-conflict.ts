import { BusError } from './bus-error.ts';
import type { AnyEventContract } from './define-event.ts';
import { jsonSchemaOf } from './json-schema.ts';

/** The first contract of each version of each event name, by the list of contracts that scopes of one source have in common. */
const firsts = new WeakMap<object, Map<string, AnyEventContract>>();

/**
 * Asked of each contract before it is put on a list. Compares it with the first of its name and version alone: those in
 * between are the same as that one.
 *
 * @throws BusError `contract-conflict` where two contracts on a list are one version of one event, with different schemas.
 */
export function assertNoConflict(contract: AnyEventContract, list: object, source: string): void {
  const { type, version } = contract;
  const known = firsts.get(list) ?? new Map<string, AnyEventContract>();
  firsts.set(list, known);
  const name = `${type} v${version}`;
  const first = known.get(name);
  if (!first) known.set(name, contract);
  else if (!isSameSchema(first.schema, contract.schema)) throw new BusError('contract-conflict', { type, version, source });
}

/** Two objects are one schema if they are the same or say the same JSON Schema, as after a module was loaded twice. */
function isSameSchema(one: AnyEventContract['schema'], other: AnyEventContract['schema']): boolean {
  const text = one === other || jsonSchemaOf(one);
  return text !== undefined && (text === true || text === jsonSchemaOf(other));
}
