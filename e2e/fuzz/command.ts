// `pnpm fuzz`: random payloads and option bags against the bus, half of them against the development build and half against
// the production build. `--inputs 20000` says how many, `--seed 7` which; a failure names the seed and the path that bring
// it back: `--build production --seed 7 --path 12:3:0`.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Assignment, Outcome } from './fuzz-thread.ts';
import { Tally } from './tally.ts';

/** Seconds without a finished trial after which the bus is taken to go round in a circle. */
const patience = 60;
/** Milliseconds that one emit in a thousand may exceed. */
const bound = 5;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    build: { type: 'string', default: 'both' },
    path: { type: 'string' },
  },
});
const builds = values.build === 'both' ? ['development', 'production'] : [values.build];
const total = new Tally();
await Promise.all(builds.map(run));
process.exitCode ||= total.percentile(0.999) > bound ? 1 : 0;

/** Has a thread do its share, and prints what came of it. */
async function run(build: string): Promise<void> {
  const trials = new SharedArrayBuffer(4);
  const seed = Number(values.seed);
  const inputs = Math.ceil(Number(values.inputs) / builds.length);
  const workerData: Assignment = { inputs, seed, path: values.path, isProduction: build === 'production', trials };
  const begun = performance.now();
  const outcome = await outcomeOf(
    new Worker(new URL('./fuzz-thread.ts', import.meta.url), { workerData }),
    new Int32Array(trials),
  );
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  if ('failure' in outcome) {
    console.error(`${build} build, ${seconds} s: ${outcome.failure}`);
    process.exitCode = 1;
    return;
  }
  const tally = new Tally();
  tally.merge(outcome.counted);
  total.merge(outcome.counted);
  console.log(`${build} build, seed ${seed}, ${seconds} s\n${report(tally)}\n`);
}

function outcomeOf(thread: Worker, trials: Int32Array): Promise<Outcome> {
  return new Promise((resolve) => {
    let before = -1;
    const watch = setInterval(() => {
      if (trials[0] === before) end({ failure: `no end after trial ${before} of seed ${values.seed}` });
      before = trials[0]!;
    }, patience * 1_000);
    const end = (outcome: Outcome): void => {
      clearInterval(watch);
      void thread.terminate();
      resolve(outcome);
    };
    thread.on('message', end);
    thread.on('error', (error) => end({ failure: String(error) }));
  });
}

function report(tally: Tally): string {
  const counts = Object.entries(tally.counts).sort(([one], [other]) => one.localeCompare(other));
  const times = `an emit took at most ${tally.percentile(0.999).toFixed(2)} ms in 99.9 % of the cases, ${tally.longest.toFixed(1)} ms in all`;
  return [...counts.map(([what, many]) => `  ${many.toLocaleString('en').padStart(12)} ${what}`), `  ${times}`].join('\n');
}
