/** How many intervals that are set while something happens are not cleared by its end. Counts those of everybody. */
export async function intervalsDuring(happening: () => Promise<void>): Promise<number> {
  const { setInterval, clearInterval } = globalThis;
  const running = new Set<unknown>();
  const set = (...given: Parameters<typeof setInterval>): unknown => {
    const interval = setInterval(...given);
    running.add(interval);
    return interval;
  };
  const clear = (interval: Parameters<typeof clearInterval>[0]): void => {
    running.delete(interval);
    clearInterval(interval);
  };
  Object.assign(globalThis, { setInterval: set, clearInterval: clear });
  try {
    await happening();
    return running.size;
  } finally {
    Object.assign(globalThis, { setInterval, clearInterval });
  }
}
