import { createBus, defineEvent } from '@busbar/core';
import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { foreignPage } from './foreign-page.ts';
import { fuzz } from './fuzz.ts';
import { outcomes } from './outcomes.ts';
import { takePageErrors } from './page-errors.ts';
import { nothing } from './step.ts';
import { Trial } from './trial.ts';
import { payloads } from './values.ts';
import { dispatchWatched } from './watched-publication.ts';

it('random payloads and options end in a delivery, a declined event, a dead letter or a good error, in a page', async () => {
  const { counts } = await fuzz({ inputs: 5_000, seed: 2, foreign: foreignPage() });
  expect(Object.keys(counts)).toEqual(expect.arrayContaining([...outcomes]));
}, 120_000);

it('random details of plain window events are adopted or dead letters', () => {
  const errors = takePageErrors();
  onTestFinished(errors.restore);
  const trial = new Trial({ foreign: foreignPage(), isProduction: false }, nothing, window);
  const schema = { '~standard': { version: 1, vendor: 'fuzz', validate: (value: unknown) => ({ value }) } } as const;
  const noted = defineEvent('cart:noted', { version: 1, schema });
  trial.contracts.push(noted);
  createBus({ source: 'cart', hub: trial.hub, contracts: [noted] });
  const dispatching = fc.property(payloads, (payload) => {
    dispatchWatched(trial, noted.type, payload.make(trial));
    for (const error of errors.uncaught.splice(0)) trial.judgeUncaught(error);
    trial.complaints.raise();
  });
  fc.assert(dispatching, { numRuns: 1_000, seed: 3, includeErrorInReport: true });
  expect([trial.letters.length, trial.ledger.heard.size].every((count) => count > 100)).toBe(true);
});
