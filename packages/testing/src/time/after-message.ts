/** Calls back in a task of its own, which no fake clock takes the place of; answers whether there is a way to. */
export function afterMessage(run: () => void): boolean {
  if (typeof MessageChannel !== 'function') return false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(0);
  return true;
}

/** Chains of promises longer than this are not followed where nothing tells when all are done. */
const longestChain = 100;

/** Waits until all promises that can go on have done so; no timer of a fake clock runs meanwhile. */
export async function promisesDone(): Promise<void> {
  await new Promise<void>((resolve) => afterMessage(resolve) || resolve());
  if (typeof MessageChannel === 'function') return;
  for (let link = 0; link < longestChain; link++) await undefined;
}
