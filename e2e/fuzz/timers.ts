type Run = (...given: unknown[]) => unknown;

const names = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'requestAnimationFrame',
  'requestIdleCallback',
] as const;

/** Timers, frames and idle periods that come when they are told to, so that a trial with delays of days takes no time. */
export interface Timers {
  /** Lets all that wait now come, and says how many they were. */
  fire(): number;
  /** Lets go of what waits. */
  forget(): void;
  /** Puts the real ones back. */
  restore(): void;
}

/** Takes the place of the page's timers. `onError` is told what callbacks throw, as a page would report it. */
export function takeTimers(onError: (error: unknown) => void): Timers {
  const page = globalThis as unknown as Record<(typeof names)[number], Run | undefined>;
  const real = names.map((name) => [name, page[name]] as const);
  const waiting = new Map<number, Run>();
  let last = 0;
  const wait = (run: unknown): number => {
    waiting.set(++last, run as Run);
    return last;
  };
  // An interval comes once; that is often enough.
  page.setTimeout = page.setInterval = wait;
  page.clearTimeout = page.clearInterval = (timer) => waiting.delete(timer as number);
  if (page.requestAnimationFrame) page.requestAnimationFrame = wait;
  if (page.requestIdleCallback) page.requestIdleCallback = wait;
  return {
    fire() {
      const due = [...waiting];
      for (const [timer, run] of due) {
        // One that came before may have cleared it.
        if (!waiting.delete(timer)) continue;
        try {
          run();
        } catch (error) {
          onError(error);
        }
      }
      return due.length;
    },
    forget: () => waiting.clear(),
    restore: () => Object.assign(page, Object.fromEntries(real)),
  };
}
