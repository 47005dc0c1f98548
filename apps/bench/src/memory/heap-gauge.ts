import type { Page } from '@playwright/test';

/** Says how many bytes a page holds after all that can be collected was: its scripts' heap, what the browser keeps for it, and buffers. */
export async function heapGauge(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  return async () => {
    // What is found to be garbage may have held other things, which the next time finds.
    for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  };
}
