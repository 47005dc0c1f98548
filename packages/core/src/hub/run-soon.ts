type Priority = 'user-blocking' | 'user-visible' | 'background';
type TaskScheduler = { postTask(callback: () => void, options: { priority: Priority }): Promise<unknown> };

/** Calls back in a task of its own, so that input and paint get their turn first; not throttled in hidden pages as timers are. */
export function runSoon(callback: () => void, asked?: Priority): void {
  const { scheduler } = globalThis as { scheduler?: TaskScheduler };
  // Browsers throw at any other, which nobody has checked in production.
  const priority = asked === 'user-blocking' || asked === 'background' ? asked : 'user-visible';
  if (scheduler) scheduler.postTask(callback, { priority });
  // jsdom has a document, but in Jest no channels.
  else if (typeof document === 'object' && globalThis.MessageChannel) afterMessage(callback);
  else setTimeout(callback);
}

function afterMessage(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(0);
}
