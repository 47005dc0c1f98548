import type { Bus } from '@busbar/core';
import { busInContext } from './bus-context.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/** Options that may name a bus. */
export interface BusOption {
  /** The bus to use. Default: that of the component. */
  readonly bus?: Bus;
}

/** Reads the bus that the options name, else the one of the component, which has to be found while that is made. */
export function busOf(options?: MaybeGetter<BusOption | undefined>): () => Bus {
  const inContext = read(options)?.bus ?? busInContext();
  return () => read(options)?.bus ?? read(inContext);
}
