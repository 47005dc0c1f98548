/** How smoothly the page went on for a while. */
export interface Frames {
  /** The median of the frames in each second. */
  readonly perSecond: number;
  /** The longest time between two frames, in milliseconds. */
  readonly worst: number;
}

/** Counts the frames that the browser asks for while some work goes on. */
export async function framesDuring(work: Promise<unknown>): Promise<Frames> {
  const times: number[] = [];
  let going = true;
  work.finally(() => {
    going = false;
  });
  while (going) {
    await new Promise((frame) => requestAnimationFrame(frame));
    times.push(performance.now());
  }
  await work;
  const gaps = times.slice(1).map((time, index) => time - times[index]!);
  const seconds = Object.values(Object.groupBy(times, (time) => String(Math.floor((time - times[0]!) / 1_000))));
  // The last second is not a whole one.
  const counts = seconds.slice(0, -1).map((frames) => frames!.length);
  return { perSecond: median(counts), worst: Math.max(...gaps) };
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
