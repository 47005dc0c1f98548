import { Worker } from 'node:worker_threads';
import type { Frame, Trouble } from './cannot-run.ts';
import { ownFramesFirst, withPaths } from './read-stack.ts';

/** The key on `globalThis` under which the watchdog finds what to call when the main thread is stuck. */
export const onStuck = 'busbar.cli.stuck';

/** How much sooner than the watchdog the main thread speaks up, if it can. In milliseconds. */
const headStart = 250;

/** Looks after code of the project that may take long or never end. */
export interface Watch {
  /**
   * Runs some work and answers what it answers. If it takes longer than the time that the watch was made with, the command
   * ends: exit code 2, and a sentence that names `what` and where it hangs. Where it only waits, nobody but `waiting` can
   * tell where.
   */
  during<T>(what: string, work: () => T | Promise<T>, waiting?: () => readonly Frame[]): Promise<T>;
  /** Says, in the middle of some work, what is done now. The time begins anew. */
  goesOn(what: string): void;
  /** Ends the thread that watches, so that the process can end. */
  stop(): void;
}

/** @param fail prints what is wrong and ends the process. It must not wait for anything. */
export function startWatch(bin: URL, milliseconds: number, folder: string, fail: (trouble: Trouble) => never): Watch {
  let thread: Worker | undefined;
  let current = '';
  let told = 0;
  const stuck = (frames: readonly Frame[]) =>
    fail({ ...tooSlow(current, milliseconds), ...placeOf(ownFramesFirst(withPaths(frames), folder)) });
  Object.defineProperty(globalThis, Symbol.for(onStuck), { value: stuck, configurable: true });
  return {
    async during(what, work, waiting = () => []) {
      current = what;
      thread ??= watchdogOf(bin);
      thread.postMessage({ what, timeout: milliseconds + headStart });
      const timer = setTimeout(() => stuck(waiting()), milliseconds);
      try {
        return await work();
      } finally {
        clearTimeout(timer);
        thread?.postMessage(undefined);
      }
    },
    goesOn(what) {
      current = what;
      // A message takes longer than most contracts do. What it would say is a little late, and the head start makes up for it.
      if (performance.now() - told < headStart / 2) return;
      told = performance.now();
      thread?.postMessage({ what, timeout: milliseconds + headStart });
    },
    stop() {
      void thread?.terminate();
      thread = undefined;
    },
  };
}

function watchdogOf(bin: URL): Worker {
  return new Worker(bin, { stdout: false, stderr: false });
}

function placeOf(stack: readonly Frame[]): Partial<Trouble> {
  const [frame] = stack;
  return { stack, ...(frame && { file: frame.file, line: frame.line, column: frame.column }) };
}

function tooSlow(what: string, milliseconds: number): Trouble {
  return {
    code: 'too-slow',
    message: `${what} is not done after ${milliseconds / 1_000} s.`,
    advice:
      'Look for a loop that does not end or an await that nothing answers. If it needs the time, give it more: --timeout 60',
  };
}
