type Thread = { threadCpuUsage?(): { readonly user: number; readonly system: number } };

const thread: Thread = typeof process === 'object' ? process : {};

/** Milliseconds that this thread has had of the processor, told in steps of a few; in Node alone. */
function worked(): number {
  const { user, system } = thread.threadCpuUsage?.() ?? { user: Number.NaN, system: 0 };
  return (user + system) / 1_000;
}

/**
 * Begins to measure. The answer tells the milliseconds since then; none where they were long, and the machine, in most of
 * them, at work for somebody else.
 */
export function startWatch(): () => number | undefined {
  const before = worked();
  const begun = performance.now();
  return () => {
    const took = performance.now() - begun;
    const wasAway = took > 5 && worked() - before < took / 2;
    return wasAway ? undefined : took;
  };
}
