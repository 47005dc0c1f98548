// A bundle beside the copies: how fluid the page is, as the page itself sees it.

const gauge = { watch, block };

declare global {
  var pageGauge: typeof gauge;
}

globalThis.pageGauge = gauge;

/** What a page went through while it was watched. Times in milliseconds. */
export interface PageReading {
  /** Callbacks of requestAnimationFrame. */
  readonly frames: number;
  /** They against the time that passed. */
  readonly framesPerSecond: number;
  /** The longest time between two frames. */
  readonly longestGap: number;
  /** Tasks that took 50 ms or more by the clock on the wall, other programs of the machine included. */
  readonly longTasks: readonly number[];
  /** From each click, by its own time stamp, to its handler. */
  readonly clicks: readonly number[];
}

/** Watches frames, tasks and clicks until the answer is called. */
function watch(): () => PageReading {
  const frames: number[] = [];
  const longTasks: number[] = [];
  const clicks: number[] = [];
  const clicked = ({ timeStamp }: Event) => clicks.push(performance.now() - timeStamp);
  const count = (): void => {
    frames.push(performance.now());
    request = requestAnimationFrame(count);
  };
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  addEventListener('click', clicked);
  let request = requestAnimationFrame(count);
  return () => {
    observer.disconnect();
    removeEventListener('click', clicked);
    cancelAnimationFrame(request);
    const gaps = frames.slice(1).map((time, index) => time - frames[index]!);
    const elapsed = frames.at(-1)! - frames[0]!;
    return {
      frames: frames.length,
      framesPerSecond: (gaps.length / elapsed) * 1_000,
      longestGap: Math.max(...gaps),
      longTasks,
      clicks,
    };
  };
}

/** Keeps the thread, as a handler that computes does. */
function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}
