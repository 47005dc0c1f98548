import { vi } from 'vitest';

/** Time that passes when the test says so: what a page has timers, tasks, frames, idle time and clocks from. */
export interface VirtualClock {
  /** Lets so many milliseconds pass. What is due happens one thing after the other, each with the microtasks that follow from it. */
  pass(ms: number): Promise<void>;
  /** Puts the wall clock forward or back. */
  set(by: number): void;
  readonly now: number;
}

/** The wall clock when virtual time begins. */
export const epoch = 1_800_000_000_000;
/** Comes after all microtasks, and before any timer. */
const { setImmediate } = globalThis as unknown as { setImmediate(run: () => void): void };
const ranks: Record<string, number> = { 'user-blocking': 0, 'user-visible': 1, background: 2 };

/** Waits until nothing is left to do at this moment. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Takes the place of the page's own time until `vi.unstubAllGlobals`. */
export function startVirtualClock(): VirtualClock {
  type Due = { readonly at: number; readonly rank: number; readonly run: () => void };
  const due = new Set<Due>();
  let now = 0;
  let isOff = 0;

  function add(run: () => void, ms: number, rank = 1): Due {
    const entry = { at: now + ms, rank, run };
    due.add(entry);
    return entry;
  }

  function next(until: number): Due | undefined {
    const [first] = [...due].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at || one.rank - other.rank);
    return first;
  }

  vi.stubGlobal('setTimeout', (run: () => void, ms = 0) => add(run, ms));
  vi.stubGlobal('clearTimeout', (entry: Due) => due.delete(entry));
  vi.stubGlobal('performance', { now: () => now, timeOrigin: epoch });
  vi.stubGlobal(
    'Date',
    class extends Date {
      static override now(): number {
        return epoch + now + isOff;
      }
    },
  );
  vi.stubGlobal('scheduler', {
    postTask: async (run: () => void, { priority }: { priority: string }) => void add(run, 0, ranks[priority]),
  });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => add(run, 16 - (now % 16)));
  vi.stubGlobal('requestIdleCallback', (run: () => void) => add(run, 0, 3));
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  return {
    async pass(ms) {
      const until = now + ms;
      for (let entry = next(until); entry; entry = next(until)) {
        due.delete(entry);
        now = entry.at;
        entry.run();
        await settle();
      }
      now = until;
    },
    set(by) {
      isOff += by;
    },
    get now() {
      return now;
    },
  };
}
