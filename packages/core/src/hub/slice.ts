/** Says, after each piece of work, whether the stretch of work has taken its share of time; once it has, it has. */
export type Slice = () => boolean;

/**
 * Begins a stretch of work with a budget in milliseconds. Reading the clock costs more than a fast handler, so it is
 * read after 1, 2, 4 … up to 256 pieces as long as those take under a quarter of a millisecond together.
 */
export function createSlice(budget: number): Slice {
  if (budget === Infinity) return () => false;
  const begun = performance.now();
  let checked = begun;
  let stride = 1;
  let left = 1;
  let spent = false;
  return () => {
    if (spent || --left > 0) return spent;
    const now = performance.now();
    left = stride = now - checked < 0.25 ? Math.min(stride * 2, 256) : 1;
    checked = now;
    spent = now - begun >= budget;
    return spent;
  };
}
