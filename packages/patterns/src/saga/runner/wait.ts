import { longestTimer } from '../../longest-timer.ts';

/** Resolves after so many milliseconds; rejects with the signal's reason where it aborts first. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', abort);
        resolve();
      },
      Math.min(milliseconds, longestTimer),
    );
    signal.addEventListener('abort', abort, { once: true });
  });
}
