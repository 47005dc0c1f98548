import { createBus, createHub } from '@busbar/core';
import * as fc from 'fast-check';
import { prototypeKeys } from './builtin-prototypes.ts';
import { takePageErrors } from './page-errors.ts';
import { type Program, programs, recipesIn } from './program.ts';
import { type Page, runProgram } from './run-program.ts';
import { Tally } from './tally.ts';
import { takeTimers } from './timers.ts';
import type { Trial } from './trial.ts';
import type { ForeignGlobals } from './world.ts';

/** How much is tried, from which seed. `path` runs one trial again, as a failure names it. */
export interface FuzzOptions {
  /** Random payloads and option bags, together. */
  readonly inputs: number;
  readonly seed: number;
  readonly path?: string | undefined;
  readonly foreign: ForeignGlobals;
  /** Told of each trial that begins, those of a failure that shrinks included. */
  onTrial?(): void;
}

/** Trials of one run of fast-check at most, which grows what it draws in the course of each. */
const chunk = 1_000;
/** What a trial brings at least, more or less. */
const inputsOfTrial = 8;

/**
 * Throws random payloads and option bags at the bus until so many have been tried.
 *
 * @throws Error that says the seed, the path and the smallest program that fails.
 */
export async function fuzz({ inputs, seed, path, foreign, onTrial }: FuzzOptions): Promise<Tally> {
  const tally = new Tally();
  const errors = takePageErrors();
  const timers = takeTimers((error) => errors.reported.push(error));
  const page: Page = { foreign, isProduction: isProduction(), errors, timers };
  const keys = prototypeKeys();
  const property = fc.asyncProperty(programs, async (program) => {
    onTrial?.();
    const trial = await runProgram(program, page);
    if (prototypeKeys() !== keys) throw new Error('Something was added to the prototypes of the language');
    count(tally, trial, program);
  });
  try {
    for (let nth = 0; inputsIn(tally) < inputs; nth++) {
      const numRuns = Math.min(chunk, Math.ceil((inputs - inputsIn(tally)) / inputsOfTrial));
      await fc.assert(property, { seed: seed + nth, numRuns, includeErrorInReport: true, ...(path && { path }) });
      if (path) break;
    }
  } finally {
    timers.restore();
    errors.restore();
  }
  return tally;
}

/** How many random payloads and option bags were tried. */
function inputsIn({ counts: { payloads = 0, 'option bags': bags = 0 } }: Tally): number {
  return payloads + bags;
}

function count(tally: Tally, { complaints, ledger, took, root, isForgiven }: Trial, program: Program): void {
  tally.add('trials');
  tally.add('payloads', recipesIn(program, 'payload').length);
  tally.add('option bags', recipesIn(program, 'option bag').length);
  tally.add('emits', took.length);
  tally.add('delivered', root.metrics().delivered);
  tally.add('declined', ledger.declined);
  for (const { reason } of ledger.letters) tally.add(`dead letters: ${reason}`);
  for (const [code, many] of Object.entries(complaints.codes)) tally.add(`errors: ${code}`, many);
  // What rubbish among the options costs is no matter of the payload.
  if (!isForgiven) for (const milliseconds of took) if (milliseconds !== undefined) tally.time(milliseconds);
}

/** A build for production takes a bus without a name. */
function isProduction(): boolean {
  try {
    createBus({ source: '', hub: createHub() }).dispose();
    return true;
  } catch {
    return false;
  }
}
