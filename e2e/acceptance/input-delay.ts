/** A stream of messages from a worker, which reach the page as input does: in tasks of their own. */
export interface InputDelay {
  /** The longest that a message has waited for the page since the last question, in milliseconds. */
  longest(): number;
  /** Resolves when another message has come. */
  next(): Promise<unknown>;
  end(): void;
}

const source = `setInterval(() => postMessage(performance.timeOrigin + performance.now()), 10)`;

/** Begins to send the page a message every 10 ms and to note when it gets them. */
export async function watchInputDelay(): Promise<InputDelay> {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  let delays: number[] = [];
  const next = (): Promise<unknown> => new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  worker.addEventListener('message', ({ data: sent }) => void delays.push(performance.timeOrigin + performance.now() - sent));
  await next();
  return {
    longest() {
      const longest = Math.max(...delays);
      delays = [];
      return longest;
    },
    next,
    end() {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
