import { ownTime, scriptTimes, type TraceEvent } from '../measure/script-time.ts';
import { firstHandled } from './first-event-step.ts';

/** What a module took until its first event was handled, in milliseconds of the threads' own time. */
export interface ModuleTimes {
  /** Parsing and compiling, beside the page's main thread and on it. */
  readonly parse: number;
  /** Running it, and what it leads to. */
  readonly script: number;
}

const compiled = 'v8.compileModule';

/** Reads from a trace what the module of an address took. Chromium's own pages have modules, too, and are in the trace. */
export function moduleTimes(events: readonly TraceEvent[], address: string): ModuleTimes {
  const parsed = events.filter(({ name, args }) => isParsing(name) && args.data?.url === address);
  const last = parsed.findLast(({ name }) => name === compiled);
  if (!last) throw new Error(`The trace tells of no module ${address}.`);
  const onThread = events.filter(({ pid, tid, ts }) => pid === last.pid && tid === last.tid && ts >= last.ts);
  const [script] = scriptTimes(onThread, compiled, firstHandled);
  if (!script) throw new Error(`The trace tells of nothing that ${address} has run.`);
  return { parse: parsed.reduce((sum, event) => sum + ownTime(event), 0) / 1_000, script };
}

function isParsing(name: string): boolean {
  return name === compiled || name === 'v8.parseOnBackground';
}
