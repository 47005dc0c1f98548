import type { SubscribeOptions } from '../bus.ts';
import { runSoon } from '../hub/run-soon.ts';
import { createSlice } from '../hub/slice.ts';

/** Puts work into a queue whose turn comes at a certain time: in a task, before a paint, when the page is idle. */
export type Lane = (work: () => void) => void;

/** The lane of a subscription; none for deliveries that follow the hub's queue. */
export type LaneFor = (options: Pick<SubscribeOptions, 'delivery' | 'priority'>) => Lane | undefined;

type Ask = (run: () => void) => void;

/** Makes the lanes of one bus, each when it is first asked for. */
export function createLanes(budget: number): LaneFor {
  const lanes = new Map<string, Lane>();
  return ({ delivery, priority }) => {
    const ask: Ask | undefined =
      delivery === 'task'
        ? (run) => runSoon(run, priority)
        : delivery === 'frame'
          ? askForFrame
          : delivery === 'idle'
            ? askForIdle
            : undefined;
    const name = `${delivery} ${priority}`;
    if (ask && !lanes.has(name)) lanes.set(name, createLane(ask, budget));
    return lanes.get(name);
  };
}

/** Everything that waits is one batch; past the budget the rest takes the next turn. */
function createLane(ask: Ask, budget: number): Lane {
  let waiting: (() => void)[] = [];
  function run(): void {
    const batch = waiting;
    const isSpent = createSlice(budget);
    let done = 0;
    waiting = [];
    while (done < batch.length) {
      batch[done++]!();
      if (isSpent()) break;
    }
    waiting = [...batch.slice(done), ...waiting];
    if (waiting.length > 0) ask(run);
  }
  return (work) => {
    if (waiting.push(work) === 1) ask(run);
  };
}

const askForFrame: Ask = (run) => unlessHidden(run, globalThis.requestAnimationFrame, globalThis.cancelAnimationFrame);
const askForIdle: Ask = (run) => unlessHidden(run, globalThis.requestIdleCallback, globalThis.cancelIdleCallback);

/** Hidden pages paint no frame and are seldom idle, so there a task has to do, also for what was asked for before. */
function unlessHidden(run: () => void, request: ((run: () => void) => number) | undefined, cancel: (id: number) => void): void {
  if (!request || document.hidden) return runSoon(run);
  const go = (): void => {
    cancel(id);
    document.removeEventListener('visibilitychange', go);
    run();
  };
  const id = request(go);
  document.addEventListener('visibilitychange', go);
}
