// `node <engine flags> count.ts <built core>`: prints as JSON what each operation of the hot path does, by function.
import { pathToFileURL } from 'node:url';
import type { Operation } from './limits.ts';
import { Profiler } from './profiler.ts';
import { emitting, emptyWindow, subscribing } from './programs.ts';
import { type WorkByFunction, workEach } from './work.ts';

// The clocks stand still: how much of a millisecond has passed must not decide what is done.
Date.now = () => 1_000_000;
performance.now = () => 1_000;

const script = pathToFileURL(process.argv[2]!).href;
const profiler = new Profiler(script);
await profiler.start();
const core: typeof import('../../packages/core/src/index.ts') = await import(script);

const more = 10;
const emit = await profiler.workOf(emitting(core, 1, 'sync'));
const emitWithMore = await profiler.workOf(emitting(core, 1 + more, 'sync'));
const microtask = await profiler.workOf(emitting(core, 1, 'microtask'));
const microtaskWithMore = await profiler.workOf(emitting(core, 1 + more, 'microtask'));
const work: Record<Operation, WorkByFunction> = {
  emit,
  'further subscriber': workEach(emitWithMore, emit, more),
  'emit, handled in a microtask': microtask,
  'further subscriber in a microtask': workEach(microtaskWithMore, microtask, more),
  'mirrored emit': await profiler.workOf(emitting(core, 1, 'sync', emptyWindow())),
  'subscribe and unsubscribe': await profiler.workOf(subscribing(core)),
};
process.stdout.write(JSON.stringify(work));
