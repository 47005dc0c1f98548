// One bundle of the soak: a copy of Busbar of its own, with contracts of its own, as a micro-frontend brings them.
import { type Bus, createBus } from '@busbar/core';
import { item } from './item-contracts.ts';

/** What the world of the soak gets of each bundle. */
export interface Copy {
  readonly item: typeof item;
  createBus(source: string): Bus;
}

declare global {
  /** The bundles on the page, in the order in which they came. */
  var soakCopies: Copy[];
  /** How many errors in code that the soak handed in were told to it. */
  var soakErrors: number;
}

globalThis.soakCopies ??= [];
globalThis.soakErrors ??= 0;
globalThis.soakCopies.push({
  item,
  createBus: (source) =>
    createBus({
      source,
      contracts: [item],
      onError() {
        globalThis.soakErrors++;
      },
    }),
});
