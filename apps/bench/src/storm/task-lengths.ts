import type { TraceEvent } from '../measure/script-time.ts';
import { marks } from './storms.ts';

/** An event of the trace, as tasks are told of. */
export interface TaskEvent extends TraceEvent {
  /** How long its thread had worked when it began, in microseconds. */
  readonly tts?: number;
  readonly args: TraceEvent['args'] & { readonly src_func?: string };
}

/**
 * One tells of tasks, one of marks. Neither tells of single listeners: the categories of the developer tools do, and make
 * plain events twice as dear.
 */
export const taskCategories: readonly string[] = ['toplevel', 'blink.user_timing'];
const task = 'ThreadControllerImpl::RunTask';
/** What has made a task that was asked for by `scheduler.postTask`. */
const postTask = 'DOMTask';

/** What the main thread did in a storm, in milliseconds of its own time: what other programs of the machine took is left out. */
export interface TaskLengths {
  readonly worked: number;
  readonly longestTask: number;
  /**
   * Of the tasks of scripts, what they did beside emitting: what is left of a task that emitted, and tasks that were asked for
   * by `scheduler.postTask`. Frames and presses are no part of it.
   */
  readonly longestAfter: number;
}

/** Sums up the tasks of the last storm in a trace. */
export function taskLengths(events: readonly TaskEvent[]): TaskLengths {
  const begin = events.findLast(({ name }) => name === marks.begin);
  const end = events.findLast(({ name }) => name === marks.end);
  if (!begin || !end) throw new Error('The trace tells of no storm.');
  const own = events.filter(({ pid, tid }) => pid === begin.pid && tid === begin.tid);
  const emitted = own.filter(({ name }) => name === marks.emitted);
  const tasks = own.filter(({ name, ts, dur = 0 }) => name === task && ts + dur > begin.ts && ts < end.ts);
  const lengths = tasks.map(ownTime);
  return {
    worked: lengths.reduce((sum, length) => sum + length, 0) / 1_000,
    longestTask: Math.max(...lengths) / 1_000,
    longestAfter: Math.max(...tasks.map((each) => afterEmitting(each, emitted))) / 1_000,
  };
}

/** The clock of a thread is coarse on some machines, and then says more than has passed. */
function ownTime({ dur = 0, tdur = dur }: TaskEvent): number {
  return Math.min(dur, tdur);
}

function afterEmitting(whole: TaskEvent, emitted: readonly TaskEvent[]): number {
  const { ts, dur = 0, tts = 0, tdur = dur, args } = whole;
  const mark = emitted.findLast((each) => each.ts >= ts && each.ts <= ts + dur);
  if (!mark) return args.src_func === postTask ? ownTime(whole) : 0;
  const since = ts + dur - mark.ts;
  return Math.min(since, mark.tts === undefined ? since : Math.max(0, tts + tdur - mark.tts));
}
