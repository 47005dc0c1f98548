/** The longest time a browser's timer can wait, in milliseconds. */
const longest = 2 ** 31 - 1;

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
      Math.min(milliseconds, longest),
    );
    signal.addEventListener('abort', abort, { once: true });
  });
}
