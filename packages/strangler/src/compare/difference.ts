import type { BusEvent } from '@busbar/core';
import type { StoreAction } from '../store.ts';
import type { Differed } from '../strangler-events.ts';
import type { DifferingPath } from './find-differences.ts';
import { plainValue, type Room } from './plain-value.ts';

/** An action as the store took it. */
export interface TracedAction {
  readonly action: StoreAction;
  /** In milliseconds since the Unix epoch. */
  readonly time: number;
}

/** A difference with all that led to it, as the objects that they are. */
export interface Difference<View = unknown> {
  /** The `name` of the comparison. */
  readonly comparison: string;
  /** What the store says. */
  readonly store: View;
  /** What the readable says. */
  readonly bus: View;
  /** Where they differ, at most 20 places; the whole, with an empty path, where only `compare` sees a difference. */
  readonly paths: readonly DifferingPath[];
  /** The actions since both agreed, oldest first. */
  readonly actions: readonly TracedAction[];
  /** The events since both agreed, oldest first. */
  readonly events: readonly BusEvent[];
  /** How many older actions and events there was no room for. */
  readonly dropped: { readonly actions: number; readonly events: number };
  /** When both agreed, in milliseconds since the Unix epoch; `undefined` if they never did. */
  readonly agreedAt: number | undefined;
  /** How many events still waited for handlers: not 0 only where `within` had passed. */
  readonly waiting: number;
}

/** A difference as the payload of an event, which has to be plain and has its bounds. What is newest is put in first. */
export function toDiffered(difference: Difference, withValues: boolean): Differed {
  const room: Room = { values: 6_000, characters: 80_000 };
  const field = <Name extends string>(name: Name, value: unknown): { [Field in Name]?: unknown } =>
    (withValues ? { [name]: plainValue(value, room) } : {}) as never;
  const { comparison, paths, actions, events, dropped, agreedAt, waiting } = difference;
  return {
    comparison,
    paths: paths.map(({ path, store, bus }) => ({ path, ...field('store', store), ...field('bus', bus) })),
    actions: newestFirst(actions, ({ action, time }) => ({ type: action.type, time, ...field('payload', action.payload) })),
    events: newestFirst(events, ({ id, type, source, time, data }) => ({ id, type, source, time, ...field('data', data) })),
    dropped,
    agreedAt,
    waiting,
  };
}

function newestFirst<Item, Told>(items: readonly Item[], tell: (item: Item) => Told): Told[] {
  return items.toReversed().map(tell).reverse();
}
