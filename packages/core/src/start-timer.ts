import type { Hub } from './hub/hub.ts';

/** The longest time a browser's timer can wait; beyond it, it fires at once. */
export const longest = 2 ** 31 - 1;

/** Something that is to happen at some time. Browsers may be late with it, so it may be run by whoever notices. */
export interface Timer {
  /** By the monotonic clock, in milliseconds. */
  readonly due: number;
  runIfOverdue(): void;
  stop(): void;
}

/** Calls back after so many milliseconds; never, if that is longer than browsers can wait (about 24.8 days), as for `Infinity`. */
export function startTimer({ timers }: Hub, callback: () => void, milliseconds: number): Timer | undefined {
  if (milliseconds > longest) return undefined;
  const run = (): void => {
    timer.stop();
    callback();
  };
  const handle = setTimeout(run, milliseconds);
  const timer: Timer = {
    due: performance.now() + milliseconds,
    runIfOverdue() {
      if (timers.has(timer) && timer.due <= performance.now()) run();
    },
    stop() {
      clearTimeout(handle);
      timers.delete(timer);
    },
  };
  timers.add(timer);
  return timer;
}
