import type { Bus } from '@busbar/core';
import { getContext, setContext } from 'svelte';
import { inDevelopment } from './development.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/** One key for all copies of this package, so that a bundled library finds the page's bus. */
export const busKey: unique symbol = Symbol.for('busbar.svelte') as never;

/**
 * Gives this component and all below it their bus. Call it while the component is made.
 *
 * With a getter, another bus takes all subscriptions along. Whoever made a bus disposes it.
 *
 * @example
 * setBus(createBus({ source: 'checkout' }));
 * setBus(() => props.bus);
 */
export function setBus(bus: MaybeGetter<Bus>): void {
  setContext(busKey, bus);
}

/**
 * Gives the bus that this component, else the nearest one above, was given. Call it while the component is made.
 *
 * @throws Error when there is none.
 * @example
 * const bus = getBus();
 * const retry = () => bus.deadLetters.redrive(() => true);
 */
export function getBus(): Bus {
  return read(busInContext());
}

/** The bus as it was given: perhaps a getter. */
export function busInContext(): MaybeGetter<Bus> {
  let bus: MaybeGetter<Bus> | undefined;
  try {
    bus = getContext(busKey);
  } catch {
    // Svelte throws where no component is being made.
  }
  if (bus) return bus;
  throw new Error(inDevelopment ? 'Busbar found no bus: setBus(bus) above, this while a component is made.' : 'no bus');
}
