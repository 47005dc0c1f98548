// One bundle of the probe: its own copy of Busbar, put on the page under its own name.
import * as core from '@busbar/core';
import { nextTask } from './next-task.ts';
import { Parcel, parcel } from './parcel-contracts.ts';
import { tariff } from './tariff-contracts.ts';

const copy = { ...core, Parcel, parcel, tariff, settled };

/** What a spec gets hold of inside the page. */
type Copy = typeof copy;

declare global {
  /** The bundles on the page: `a`, `b` and, built for production, `production` of this version; `older` stamped 0.0.9. */
  var copies: Record<'a' | 'b' | 'production' | 'older', Copy>;
}
declare const __COPY__: keyof typeof copies;

globalThis.copies ??= {} as typeof globalThis.copies;
globalThis.copies[__COPY__] = copy;

/** Resolves when the hub's queue is empty, in a task of its own: what was due in microtasks has run by then. */
async function settled(): Promise<void> {
  const hub = Reflect.get(globalThis, Symbol.for('busbar.hub')) as core.Hub;
  do await nextTask();
  while (hub.queue.depth > 0);
}
