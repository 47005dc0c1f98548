import { installedClock } from './installed-clock.ts';

/** Waits until all promises that can go on have done so, and what is due at once has been run. Lets no virtual time pass. */
export async function nextTurn(): Promise<void> {
  const clock = installedClock();
  if (clock) await clock.tickAsync(0);
  else await new Promise<void>(runInTask);
}

function runInTask(run: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => void };
  if (setImmediate) return setImmediate(run);
  if (typeof MessageChannel !== 'function') return void setTimeout(run);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(0);
}
