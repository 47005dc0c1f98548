import type { BusEvent } from '@busbar/core';
import type { StoreAction } from '../store.ts';
import { createTrace, type Trace } from './create-trace.ts';
import type { TracedAction } from './difference.ts';
import { createRecentStates, type RecentStates } from './recent-states.ts';

/** What has happened on both sides since they agreed. */
export interface ComparisonRecord<State> {
  readonly actions: Trace<TracedAction>;
  readonly events: Trace<BusEvent>;
  readonly states: Pick<RecentStates<State>, 'unreachedSince'>;
  /** How many actions and events there were since the comparison began. */
  readonly seen: { readonly actions: number; readonly events: number };
  /** Milliseconds for which nothing has happened. */
  readonly quietFor: number;
  /** Something happened that is to be looked at. */
  touch(): void;
  noteAction(action: StoreAction, after: State): void;
  noteEvent(event: BusEvent): void;
  noteState(state: State): void;
  /** Both are at this state. With `isFinal`, what led to it is of no interest any more. */
  agree(state: State, isFinal: boolean): void;
  /** The store is at this state; the bus is where it was a moment ago, if one of its recent states fits. */
  catchUp(state: State, fits: (earlier: State) => boolean): void;
}

export function createComparisonRecord<State>(limit: number, wake: () => void): ComparisonRecord<State> {
  const actions = createTrace<TracedAction>(limit);
  const events = createTrace<BusEvent>(limit);
  const states = createRecentStates<State>();
  const seen = { actions: 0, events: 0 };
  let turn = 0;
  let touched = performance.now();

  function touch(): void {
    touched = performance.now();
    wake();
  }

  function forget(until: number): void {
    actions.forget(until);
    events.forget(until);
  }

  return {
    actions,
    events,
    states,
    seen,
    touch,
    get quietFor() {
      return performance.now() - touched;
    },
    noteAction(action, after) {
      seen.actions++;
      actions.add({ action, time: Date.now() }, ++turn);
      states.add(after, performance.now(), turn);
      touch();
    },
    noteEvent(event) {
      seen.events++;
      events.add(event, ++turn);
      touch();
    },
    noteState(state) {
      states.add(state, performance.now(), ++turn);
      touch();
    },
    agree(state, isFinal) {
      states.add(state, performance.now(), turn);
      states.settle(isFinal);
      if (isFinal) forget(turn);
    },
    catchUp(state, fits) {
      states.add(state, performance.now(), turn);
      const reached = states.reach(fits);
      if (reached !== undefined) forget(reached);
    },
  };
}
