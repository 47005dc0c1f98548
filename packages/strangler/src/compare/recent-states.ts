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
  /** Looks for the newest state that fits, lets go of those before it, and answers its turn. */
  reach(fits: (state: State) => boolean): number | undefined;
  /** Since when there is a state that the other side has not come to. */
  readonly unreachedSince: number | undefined;
  /** Both sides are at this state. */
  settle(state: State, time: number, turn: number): void;
}

export function createRecentStates<State>(): RecentStates<State> {
  let states: RecentState<State>[] = [];
  /** The first one is where the other side is. */
  let reached = false;
  return {
    add(state, time, turn) {
      if (states.at(-1)?.state === state) return;
      states.push({ state, time, turn });
      // The first two are what lag is measured by.
      if (states.length > most) states.splice(2, most / 2);
    },
    reach(fits) {
      const index = states.findLastIndex(({ state }) => fits(state));
      if (index < 0) return undefined;
      states.splice(0, index);
      reached = true;
      return states[0]?.turn;
    },
    get unreachedSince() {
      return states[reached ? 1 : 0]?.time;
    },
    settle(state, time, turn) {
      states = [{ state, time, turn }];
      reached = true;
    },
  };
}
