import type { Trial } from './trial.ts';

/** Waits for a promise of the bus, which has to settle by the time that the bus is disposed. */
export function awaitWatched(trial: Trial, promise: Promise<unknown>): void {
  trial.awaited++;
  promise
    .catch((error: unknown) =>
      trial.call('once', () => {
        throw error;
      }),
    )
    .finally(() => trial.awaited--);
}
