import type { AnyEventContract, BusEvent, EventOf } from '@busbar/core';
import { inDevelopment } from '../development.ts';
import { assertProjection } from './assert-projection.ts';

/** Makes the next state of an event. Pure: it changes neither, asks nobody, answers at once. */
export type Fold<State, Event extends BusEvent = BusEvent> = (state: State, event: Event) => State;

/** One fold for each contract, by the name of its event. */
export type Folds<State, Contracts extends readonly AnyEventContract[]> = {
  readonly [Type in Contracts[number]['type']]: Fold<State, EventOf<Extract<Contracts[number], { readonly type: Type }>>>;
};

/** Turns the state of one version into that of the next. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the shape of another version, which no type of this version can say
export type Migration = (state: any) => unknown;

/** Everything about a projection but its name. */
export interface ProjectionDefinition<State, Contracts extends readonly AnyEventContract[]> {
  /** A whole number from 1 on; raise it when the state's shape or a fold changes. Default 1. */
  readonly version?: number;
  /** The state before the first event, or a function that makes it. */
  readonly initial: State | (() => State);
  /** What the state is folded from. Events of another version are cast to the contract's, as for any subscriber. */
  readonly contracts: Contracts;
  /** What each event makes of the state. */
  readonly on: Folds<NoInfer<State>, Contracts>;
  /** `migrate[n]` turns the state of version n into that of version n + 1, for snapshots that are older. */
  readonly migrate?: Readonly<Record<number, Migration>>;
}

/** State that is folded from events, defined once. Pure frozen data: `project` brings it to life on a bus. */
export interface Projection<State> {
  readonly name: string;
  readonly version: number;
  readonly contracts: readonly AnyEventContract[];
  readonly migrate: Readonly<Record<number, Migration>>;
  /** The folds by the names of their events. */
  readonly on: Readonly<Record<string, Fold<State, never>>>;
  /** Makes the state before the first event. */
  initial(): State;
}

/**
 * Defines state that is folded from events: the read side of CQRS.
 *
 * Each contract needs its fold. The type of the state is that of `initial`.
 *
 * @throws BusError `invalid-projection` in development: no name, no contracts, a contract without a fold or a fold without a
 * contract, a version that is no whole number from 1 on.
 * @example
 * const cartTotal = defineProjection('cartTotal', {
 *   initial: 0,
 *   contracts: [cart.itemAdded, cart.emptied],
 *   on: {
 *     'cart:itemAdded': (total, { data }) => total + data.price * data.quantity,
 *     'cart:emptied': () => 0,
 *   },
 * });
 */
export function defineProjection<State, const Contracts extends readonly AnyEventContract[]>(
  name: string,
  definition: ProjectionDefinition<State, Contracts>,
): Projection<State> {
  if (inDevelopment) assertProjection(name, definition);
  const { version = 1, initial, contracts, on, migrate = {} } = definition;
  return Object.freeze({
    name,
    version,
    contracts: Object.freeze([...contracts]),
    on: Object.freeze({ ...on }),
    migrate: Object.freeze({ ...migrate }),
    initial: typeof initial === 'function' ? (initial as () => State) : () => initial,
  });
}
