import type { AnyEventContract, Bus, Readable } from '@busbar/core';

/** Everything that is waited for. A component that suspends before it was shown loses all that it had, so it is kept here. */
const arrivals = new WeakMap<Bus, Map<AnyEventContract, Promise<void>>>();

/** Resolves with the first payload of a contract: one promise, and one subscription, for all who wait for it on a bus. */
export function arrivalOf(bus: Bus, contract: AnyEventContract, latest: Readable<unknown>): Promise<void> {
  const waiting = arrivals.get(bus) ?? new Map<AnyEventContract, Promise<void>>();
  arrivals.set(bus, waiting);
  const arrival =
    waiting.get(contract) ??
    new Promise<void>((resolve) => {
      const stop = latest.subscribe((payload) => {
        if (payload === undefined) return;
        stop();
        waiting.delete(contract);
        resolve();
      });
    });
  waiting.set(contract, arrival);
  return arrival;
}
