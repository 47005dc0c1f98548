import type { BusbarSetting } from '../contestants/busbar-setting.ts';
import type { WorkName } from '../contestants/work.ts';

/** What is set up on a page to be measured. */
export type Arrangement =
  | { readonly kind: 'contestant'; readonly name: string; readonly subscribers: number }
  /** Copies of Busbar, each with as many of the subscribers as told; the first one emits. */
  | { readonly kind: 'copies'; readonly subscribers: readonly number[] }
  /** Subscribers of a pattern; of the contract where there is none. */
  | { readonly kind: 'pattern'; readonly pattern: string | undefined; readonly subscribers: number }
  /** A page that knows many contracts. */
  | { readonly kind: 'contracts'; readonly known: number; readonly dom: BusbarSetting['dom']; readonly subscribers: number };

/** One figure to be measured. Plain data, which the page is given. */
export interface Cell {
  /** Where its figures are kept. */
  readonly id: string;
  readonly arrangement: Arrangement;
  readonly work: WorkName;
  /** How many events come together, before it is waited until all are handled. Default: as many as take some milliseconds. */
  readonly burst?: number;
}

/** How much time is taken for a cell. */
export interface Effort {
  /** It is warmed up until no batch has been quicker for that many milliseconds. */
  readonly patience: number;
  readonly batches: number;
}

/** How many subscribers there are, all together. */
export function subscribersOf({ arrangement: { subscribers } }: Cell): number {
  return typeof subscribers === 'number' ? subscribers : subscribers.reduce((sum, count) => sum + count, 0);
}
