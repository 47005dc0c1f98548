/** Resolves after every microtask and every task that is more urgent. */
export const nextTurn: () => Promise<unknown> = typeof setImmediate === 'function' ? inNode() : inPage;

/** The function of before anybody takes the timers. */
function inNode(): () => Promise<unknown> {
  const immediate = setImmediate;
  return () => new Promise((resolve) => void immediate(resolve));
}

function inPage(): Promise<unknown> {
  const { scheduler } = globalThis as { scheduler?: { postTask(run: () => void, options: object): Promise<unknown> } };
  if (scheduler) return scheduler.postTask(() => {}, { priority: 'background' });
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(0);
  });
}
