/** An event of Chromium's tracing. Times are in microseconds; those of the thread leave out what other programs took. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** The categories that the answer is taken from. */
export const traceCategories: readonly string[] = ['devtools.timeline', 'v8', 'blink.user_timing'];

const scripts = new Set(['FunctionCall', 'RunMicrotasks', 'EvaluateScript', 'v8.callFunction', 'v8.evaluateModule']);

/**
 * How long the main thread ran scripts between each mark `begin` and the last mark `end` before the next one, in
 * milliseconds of its own time: microtasks included, layout and painting left out.
 */
export function scriptTimes(events: readonly TraceEvent[], begin: string, end: string): number[] {
  const inOrder = [...threadOf(events, begin)].sort((one, other) => one.ts - other.ts);
  const begins = inOrder.filter(({ name }) => name === begin);
  const ends = inOrder.filter(({ name }) => name === end);
  const calls = outermost(inOrder.filter(({ name, tdur }) => scripts.has(name) && tdur !== undefined));
  return begins.map(({ ts }, index) => {
    const next = begins[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const last = ends.findLast((mark) => mark.ts < next)?.ts ?? next;
    const between = calls.filter((call) => call.ts + call.dur! > ts && call.ts < last);
    return between.reduce((sum, call) => sum + ownTime(call), 0) / 1_000;
  });
}

/** Of the thread's own time, in microseconds. Its clock may jump, but nothing takes longer than by the wall's. */
export function ownTime({ dur = 0, tdur = 0 }: TraceEvent): number {
  return Math.min(dur, tdur);
}

function threadOf(events: readonly TraceEvent[], mark: string): TraceEvent[] {
  const marked = events.find(({ name }) => name === mark);
  return marked ? events.filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid) : [];
}

/** Without those that ran inside another one. */
function outermost(calls: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return calls.filter((call) => {
    const isInside = call.ts < end;
    end = Math.max(end, call.ts + call.dur!);
    return !isInside;
  });
}
