/** Waits so many milliseconds, or until nobody wants to wait any more: then it rejects with the signal's reason. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
    function giveUp(): void {
      clearTimeout(timer);
      reject(signal.reason);
    }
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
