import { type AnyEventContract, BusError, type BusEvent } from '@busbar/core';
import { inDevelopment } from '../development.ts';
import { isThenable } from '../is-thenable.ts';
import { castStored } from './cast-stored.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Fold, Projection } from './define-projection.ts';

/**
 * Folds events into a state, without a bus: for tests, and for a look at what the state was at some time.
 *
 * Begins with the initial state unless one is given. Events of other contracts are passed over, those of older versions are
 * upcast. Asks for no idempotency keys.
 *
 * @throws what a fold throws; BusError `async-callback` where one answers with a promise, `cast-failed`.
 * @example
 * expect(fold(cartTotal, [added, added])).toBe(20);
 */
export function fold<State>(projection: Projection<State>, events: Iterable<BusEvent>, state = projection.initial()): State {
  let folded = frozenInDevelopment(state);
  for (const event of events) {
    const contract = contractFor(projection, event);
    if (contract) folded = foldEvent(projection, folded, castStored(event, contract, projection.name), projection.name);
  }
  return folded;
}

/** What one event of the contract's own version makes of a state. */
export function foldEvent<State>(projection: Projection<State>, state: State, event: BusEvent, source: string): State {
  const { type } = event;
  const next = (projection.on[type] as Fold<State>)(state, event);
  if (isThenable(next)) {
    Promise.resolve(next).catch(() => {});
    throw new BusError('async-callback', { callback: `${projection.name}.on['${type}']`, type, source });
  }
  return frozenInDevelopment(next);
}

/** The contract that a projection has for an event. */
export function contractFor(
  { contracts }: Pick<Projection<unknown>, 'contracts'>,
  event: BusEvent,
): AnyEventContract | undefined {
  return contracts.find(({ type }) => type === event?.type);
}

/** Who changes a state in place hears of it at once. */
export function frozenInDevelopment<State>(state: State): State {
  return inDevelopment ? deepFreeze(state) : state;
}
