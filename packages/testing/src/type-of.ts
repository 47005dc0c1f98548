import type { AnyEventContract } from '@busbar/core';

/** The name of the events that a contract, or a name, is for. */
export function typeOf(asked: AnyEventContract | string): string {
  const type = typeof asked === 'string' ? asked : asked?.type;
  if (typeof type === 'string' && type.includes(':') && !type.includes('*')) return type;
  throw new TypeError(`Expected an event contract, or the name of one such as "cart:itemAdded", not ${String(type ?? asked)}.`);
}
