type Priority = 'user-blocking' | 'user-visible' | 'background';
type TaskScheduler = { postTask(callback: () => void, options: { priority: Priority }): Promise<unknown> };

/** Calls back in a task of its own, so that input and paint get their turn first; not throttled in hidden pages as timers are. */
export function runSoon(callback: () => void, priority: Priority = 'user-visible'): void {
  const { scheduler } = globalThis as { scheduler?: TaskScheduler };
  if (scheduler?.postTask) void scheduler.postTask(callback, { priority });
  else if (typeof document === 'object') runAfterMessage(callback);
  else setTimeout(callback, 0);
}

function runAfterMessage(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(undefined);
}
