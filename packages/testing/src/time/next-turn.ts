import { afterMessage } from './after-message.ts';
import { installedClock, passTime } from './fake-clock.ts';

/**
 * Waits until all promises that can go on have done so, and what is due at once has been run. Lets no virtual time pass;
 * `settle` is waited for after each timer of a fake clock.
 */
export async function nextTurn(settle: () => Promise<void>): Promise<void> {
  const clock = installedClock();
  if (clock) await passTime(clock, 0, settle);
  else await new Promise<void>(runInTask);
}

function runInTask(run: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => void };
  if (setImmediate) setImmediate(run);
  else if (!afterMessage(run)) setTimeout(run);
}
