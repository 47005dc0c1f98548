import type { Work } from './work.ts';

/** What is counted, and the most that the core may do of it each time: what was reached, and a little room. */
export const limits = {
  /** To one subscriber with `delivery: 'sync'`, of four fields. */
  emit: { calls: 61, blocks: 85, objects: 20, bytes: 940 },
  'further subscriber': { calls: 4, blocks: 6, objects: 0, bytes: 0 },
  /** By default, in a burst of 128 events, of which two are timed. */
  'emit, handled in a microtask': { calls: 65, blocks: 97, objects: 20, bytes: 960 },
  'further subscriber in a microtask': { calls: 7, blocks: 10.5, objects: 0.22, bytes: 8 },
  /** Without what `window` does itself. */
  'mirrored emit': { calls: 76, blocks: 114, objects: 22, bytes: 1_040 },
  'subscribe and unsubscribe': { calls: 55, blocks: 55, objects: 96, bytes: 5_500 },
} as const satisfies Record<string, Work>;

export type Operation = keyof typeof limits;
