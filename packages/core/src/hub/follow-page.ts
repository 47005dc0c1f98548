import type { Hub } from './hub.ts';

/** The longest that a page which goes away is kept, in milliseconds, should handlers emit for ever. */
const farewell = 1_000;

/**
 * Delivers and mirrors what waits before the page goes away or is frozen, since it may run no further task. Runs what is
 * overdue once the page is shown or back: browsers slow timers down while it is hidden, and stop them while it is frozen.
 */
export function followPage(window: Window, { queue, lanes, limits, timers }: Hub): void {
  const { document } = window;
  const leave = (): void => {
    queue.pace(farewell);
    queue.drain();
    for (const lane of lanes.values()) {
      lane.pace(farewell);
      lane.drain();
    }
  };
  const goOn = (): void => {
    for (const each of [queue, ...lanes.values()]) each.pace(limits.slice);
    for (const timer of [...timers].sort((one, other) => one.due - other.due)) timer.runIfOverdue();
  };
  window.addEventListener('pagehide', leave);
  document.addEventListener('freeze', leave);
  window.addEventListener('pageshow', goOn);
  document.addEventListener('resume', goOn);
  document.addEventListener('visibilitychange', () => document.hidden || goOn());
}
