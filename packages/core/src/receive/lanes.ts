import type { SubscribeOptions } from '../bus.ts';
import { runSoon } from '../hub/run-soon.ts';
import { createSlice } from '../hub/slice.ts';

/** A queue whose work is done at a certain time: in a task, before a paint, when the page is idle. */
export interface Lane {
  push(callback: () => void): void;
}

/** The lanes of one bus, made when they are first asked for. */
export interface Lanes {
  /** The lane of a subscription; none for deliveries that follow the hub's queue. */
  laneFor(options: Pick<SubscribeOptions, 'delivery' | 'priority'>): Lane | undefined;
}

type Request = (run: () => void) => void;

export function createLanes(budget: number): Lanes {
  const lanes = new Map<string, Lane>();
  return {
    laneFor({ delivery, priority = 'user-visible' }) {
      const request = requestFor(delivery, priority);
      if (!request) return undefined;
      const name = `${delivery} ${priority}`;
      let lane = lanes.get(name);
      if (!lane) lanes.set(name, (lane = createLane(request, budget)));
      return lane;
    },
  };
}

function requestFor(
  delivery: SubscribeOptions['delivery'],
  priority: 'user-blocking' | 'user-visible' | 'background',
): Request | undefined {
  if (delivery === 'task') return (run) => runSoon(run, priority);
  if (delivery === 'frame') return requestFrame;
  if (delivery === 'idle') return requestIdle;
  return undefined;
}

/** Everything that waits is one batch; past the budget the rest takes the next turn. */
function createLane(request: Request, budget: number): Lane {
  const slice = createSlice(budget);
  let waiting: (() => void)[] = [];
  function run(): void {
    const batch = waiting;
    waiting = [];
    slice.start();
    let done = 0;
    while (done < batch.length) {
      batch[done++]!();
      if (slice.spent()) break;
    }
    if (done < batch.length) waiting = [...batch.slice(done), ...waiting];
    if (waiting.length > 0) request(run);
  }
  return {
    push(callback) {
      waiting.push(callback);
      if (waiting.length === 1) request(run);
    },
  };
}

/** Hidden pages paint no frame and are seldom idle, so there a task has to do, also for what was asked for before. */
const requestFrame: Request = (run) => {
  if (typeof requestAnimationFrame !== 'function' || document.hidden) return runSoon(run);
  orWhenHidden(run, (go) => {
    const frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  });
};

const requestIdle: Request = (run) => {
  if (typeof requestIdleCallback !== 'function' || document.hidden) return runSoon(run, 'background');
  orWhenHidden(run, (go) => {
    const idle = requestIdleCallback(go, { timeout: 1_000 });
    return () => cancelIdleCallback(idle);
  });
};

function orWhenHidden(run: () => void, ask: (go: () => void) => () => void): void {
  const go = (): void => {
    cancel();
    document.removeEventListener('visibilitychange', go);
    run();
  };
  const cancel = ask(go);
  document.addEventListener('visibilitychange', go);
}
