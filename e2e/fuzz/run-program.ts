import { type AnyEventContract, type BusMetrics, createBus, defineEvent } from '@busbar/core';
import { eventNames } from './contracts.ts';
import { nextTurn } from './next-turn.ts';
import type { PageErrors } from './page-errors.ts';
import { plainWindow } from './plain-window.ts';
import type { Program } from './program.ts';
import type { Timers } from './timers.ts';
import { type Surroundings, Trial } from './trial.ts';

/** What all trials of a run share. */
export interface Page extends Surroundings {
  readonly timers: Timers;
  readonly errors: PageErrors;
}

/**
 * Runs a program and answers its trial, over and done with.
 *
 * @throws Error with everything that does not hold.
 */
export async function runProgram({ limits, hasWindow, definitions, steps }: Program, page: Page): Promise<Trial> {
  const trial = new Trial(page, limits, hasWindow ? plainWindow() : undefined);
  const { ledger, complaints } = trial;
  trial.isSpoilt = definitions.some(({ isRubbish }) => isRubbish);
  for (const [nth, definition] of definitions.entries()) define(trial, eventNames[nth]!, definition.make(trial));
  for (const step of steps) await step.run(trial);
  await settle(trial, page);
  ledger.audit(undisturbedMetrics(trial), (sentence) => complaints.say(`Before the end: ${sentence}`));
  trial.release();
  await settle(trial, page);
  ledger.audit(undisturbedMetrics(trial), (sentence) => complaints.say(sentence));
  trial.examine();
  await end(trial, page);
  complaints.raise();
  return trial;
}

function define(trial: Trial, name: string, definition: unknown): void {
  const contract: AnyEventContract = trial.call('defineEvent', () => defineEvent(name, definition as never)) ?? plain(name);
  trial.contracts.push(contract);
  trial.call('createBus', () => createBus({ source: 'owner', hub: trial.hub, contracts: [contract] }));
}

/** A contract that nobody can say anything against. */
function plain(name: string): AnyEventContract {
  return defineEvent(name, {
    version: 1,
    schema: { '~standard': { version: 1, vendor: 'fuzz', validate: (value: unknown) => ({ value }) } },
  });
}

/** Lets time pass until nothing happens any more, or for long enough where something goes on for ever. */
async function settle(trial: Trial, { timers, errors }: Page): Promise<void> {
  let quiet = 0;
  for (let round = 0; round < 60 && quiet < 2; round++) {
    quiet = timers.fire() === 0 ? quiet + 1 : 0;
    await nextTurn();
    for (const error of errors.uncaught.splice(0)) trial.judgeUncaught(error);
    for (const error of errors.reported.splice(0)) trial.judge('reported to the page', error);
  }
}

/** Metrics during which nobody emitted: a policy that is asked for its state may call back. */
function undisturbedMetrics(trial: Trial): BusMetrics {
  const { sequence } = trial.hub;
  const metrics = trial.root.metrics();
  return trial.hub.sequence === sequence ? metrics : undisturbedMetrics(trial);
}

/** Disposes everybody, after which nobody may hear anything. */
async function end(trial: Trial, page: Page): Promise<void> {
  const { handles, root, complaints, hub } = trial;
  for (const handle of [...handles, root]) trial.call('dispose', () => handle.dispose());
  trial.isOver = true;
  await settle(trial, page);
  if (trial.awaited > 0) complaints.say(`${trial.awaited} promises of once never settled`);
  if (hub.subscriptions.size > 0) complaints.say(`${hub.subscriptions.size} subscriptions outlived their bus`);
  page.timers.forget();
}
