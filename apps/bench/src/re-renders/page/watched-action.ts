/** What a page tells of an action of its user. */
export interface WatchedAction {
  /** From the input to the end of the frame that shows what came of it, in milliseconds. */
  readonly paint: number;
  /** How often each component rendered. */
  readonly renders: Readonly<Record<string, number>>;
}

// What the page puts down in the trace of its main thread. The last end before the next begin counts.
export const beginOfAction = 'action: begin';
export const endOfAction = 'action: end';
