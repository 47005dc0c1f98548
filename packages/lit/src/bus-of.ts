import type { Bus } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import { inDevelopment } from './development.ts';
import { type BusControllerOptions, followBus } from './follow-bus.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/**
 * Gives a function that answers the bus of a host: that of the nearest provider above, once the host was connected.
 *
 * The function throws an Error while there is none. The host does not update for another bus.
 *
 * @example
 * class Retry extends LitElement {
 *   #bus = busOf(this);
 *   #retry = () => this.#bus().deadLetters.redrive(() => true);
 * }
 */
export function busOf(host: BusHost, options: MaybeGetter<BusControllerOptions> = {}): () => Bus {
  const nothing = (): undefined => {};
  const known = followBus(host, () => read(options), nothing, nothing);
  return () => {
    const bus = known();
    if (!bus) throw new Error(inDevelopment ? 'No bus: provideBus() above, or pass { bus }.' : 'no bus');
    return bus;
  };
}
