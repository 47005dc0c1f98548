/** The longest time a browser's timer can wait; beyond it, it fires at once. */
export const longest = 2 ** 31 - 1;

/** Calls back after so many milliseconds; never, if that is longer than browsers can wait (about 24.8 days), as for `Infinity`. */
export function startTimer(callback: () => void, milliseconds: number): ReturnType<typeof setTimeout> | undefined {
  return milliseconds > longest ? undefined : setTimeout(callback, milliseconds);
}
