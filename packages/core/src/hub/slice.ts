/** Says when a stretch of work has taken its share of time. */
export interface Slice {
  /** Begins a stretch. */
  start(): void;
  /** Call after each piece of work. */
  spent(): boolean;
}

/**
 * Measures stretches of work against a budget in milliseconds. Reading the clock costs more than a fast handler, so it
 * is read after 1, 2, 4 … up to 256 pieces as long as those take under a quarter of a millisecond together.
 */
export function createSlice(budget: number): Slice {
  let begun = 0;
  let checked = 0;
  let stride = 1;
  let left = 1;
  return {
    start() {
      begun = checked = performance.now();
      left = stride = 1;
    },
    spent() {
      if (--left > 0) return false;
      const now = performance.now();
      stride = now - checked < 0.25 ? Math.min(stride * 2, 256) : 1;
      left = stride;
      checked = now;
      return now - begun >= budget;
    },
  };
}
