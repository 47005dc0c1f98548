import { nextTask } from '../../measure/next-task.ts';
import type { Storm } from '../storms.ts';

/**
 * Calls `emit` with the numbers of the first event and of the one behind the last, in tasks of their own, until all events
 * of the storm are there.
 *
 * What comes as a stream comes from a worker, as from a connection to a server: it waits while the page is busy, and goes on.
 */
export async function pour({ events, inOneGo, every }: Storm, emit: (from: number, to: number) => void): Promise<void> {
  if (inOneGo >= events) {
    await nextTask();
    return emit(0, events);
  }
  const clock = createClock(Math.ceil(events / inOneGo), every);
  await new Promise<void>((resolve) => {
    let from = 0;
    clock.onmessage = () => {
      const to = Math.min(events, from + inOneGo);
      emit(from, to);
      from = to;
      if (to === events) resolve();
    };
  });
  clock.terminate();
}

/** A worker that sends so many messages. */
function createClock(messages: number, every: number): Worker {
  const script = `let left = ${messages};
    const timer = setInterval(() => { postMessage(--left); if (left === 0) clearInterval(timer); }, ${every});`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
