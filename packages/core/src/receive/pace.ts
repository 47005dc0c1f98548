import { runSoon } from '../hub/run-soon.ts';

/** Calls back at once while the budget (milliseconds) lasts, else in a task of its own: chains of promises never yield by themselves. */
export function createPace(budget: number): (callback: () => void) => void {
  let begun = Number.NEGATIVE_INFINITY;
  return (callback) => {
    if (performance.now() - begun < budget) return callback();
    runSoon(() => {
      begun = performance.now();
      callback();
    });
  };
}
