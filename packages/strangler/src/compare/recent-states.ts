/** A state that the store had, from when on. */
interface RecentState<State> {
  readonly state: State;
  readonly time: number;
  readonly turn: number;
}

/** How many are kept; they share most of what they hold. */
const most = 1_000;

/**
 * The states of a store that the other side may not have come to yet. Where events are handled later, that side is right if it
 * is now where the store was a moment ago.
 */
export interface RecentStates<State> {
  add(state: State, time: number, turn: number): void;
  /**
   * Looks for states that fit. The newest says how far behind the other side is. It may have come to no more than the oldest,
   * whose turn is the answer; those before it are let go.
   */
  reach(fits: (state: State) => boolean): number | undefined;
  /** Since when there is a state that the other side has not come to. */
  readonly unreachedSince: number | undefined;
  /** Both sides are at the newest state; with `isFinal`, nothing that came before matters any more. */
  settle(isFinal: boolean): void;
}

export function createRecentStates<State>(): RecentStates<State> {
  const states: RecentState<State>[] = [];
  let unreachedSince: number | undefined;
  return {
    get unreachedSince() {
      return unreachedSince;
    },
    add(state, time, turn) {
      if (states.at(-1)?.state === state) return;
      states.push({ state, time, turn });
      unreachedSince ??= time;
      if (states.length > most) states.splice(1, most / 2);
    },
    reach(fits) {
      const newest = states.findLastIndex(({ state }) => fits(state));
      if (newest < 0) return undefined;
      unreachedSince = states[newest + 1]?.time;
      states.splice(
        0,
        states.findIndex(({ state }) => fits(state)),
      );
      return states[0]?.turn;
    },
    settle(isFinal) {
      unreachedSince = undefined;
      if (isFinal) states.splice(0, states.length - 1);
    },
  };
}
