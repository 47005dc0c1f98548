/** Takes as long as a service does, in milliseconds by default 300 to 600. Rejects when nobody waits any more. */
export function passTime(signal: AbortSignal, milliseconds = 300 + Math.random() * 300): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
