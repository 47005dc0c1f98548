import { parentPort, workerData } from 'node:worker_threads';
import { foreignContext } from './foreign-context.ts';
import type { Counted } from './tally.ts';

/** What a thread is asked to do. */
export interface Assignment {
  readonly inputs: number;
  readonly seed: number;
  readonly path: string | undefined;
  readonly isProduction: boolean;
  /** Where it writes how many trials there have been, for those who wonder whether it still lives. */
  readonly trials: SharedArrayBuffer;
}

/** What it answers. */
export type Outcome = { readonly counted: Counted } | { readonly failure: string };

const { inputs, seed, path, isProduction, trials } = workerData as Assignment;
// What a build for production puts in, before the first module of the core is loaded.
if (isProduction) Object.assign(globalThis, { __BUSBAR_PRODUCTION__: true });
const { fuzz } = await import('./fuzz.ts');
const count = new Int32Array(trials);
try {
  const { counts, classes, longest } = await fuzz({
    inputs,
    seed,
    path,
    foreign: foreignContext(),
    onTrial: () => void Atomics.add(count, 0, 1),
  });
  answer({ counted: { counts, classes, longest } });
} catch (error) {
  answer({ failure: (error as Error).message });
}

function answer(outcome: Outcome): void {
  parentPort?.postMessage(outcome);
}
