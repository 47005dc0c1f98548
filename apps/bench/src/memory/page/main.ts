import type { Kind } from '../kinds.ts';
import type { LongRunId } from '../runs.ts';
import { checked } from './growth.ts';
import { growthOf } from './growth-of.ts';
import { openLongRun } from './long-run.ts';

declare global {
  interface Window {
    readonly beginGrowth: typeof beginGrowth;
    readonly beginLongRun: typeof beginLongRun;
    /** Makes so many more things of the kind, or emits so many events. */
    goOn(count: number): void | Promise<void>;
  }
}

function beginGrowth(kind: Kind): void {
  window.goOn = checked(growthOf(kind));
}

function beginLongRun(run: LongRunId): void {
  window.goOn = openLongRun(run);
}

Object.assign(window, { beginGrowth, beginLongRun });
