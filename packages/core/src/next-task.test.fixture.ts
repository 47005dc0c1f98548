/**
 * Resolves in a task of its own: whatever was due in microtasks has happened by then, and no timer was waited for, real
 * or fake.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
