/**
 * Whole milliseconds since the Unix epoch, by a clock that does not jump: the computer's clock when the page began, and
 * what has passed since.
 */
export function monotonicTime(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}
