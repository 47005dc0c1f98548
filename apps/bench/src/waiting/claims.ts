import type { Claim } from '../report/claim.ts';
import { figureText, savingText } from '../report/figure-text.ts';
import type { ApproachName } from './approaches.ts';
import type { Run } from './run-scenario.ts';
import type { ScenarioName } from './scenarios.ts';
import { type Outcome, outcomeOf } from './summary.ts';

const bar = 0.85;

/** 85 % less waiting, for each meaning that it can have. */
function waitingClaim(
  runs: readonly Run[],
  text: string,
  figure: 'firstAnswer' | 'outcome',
  scenario: ScenarioName,
  from: ApproachName = 'calls',
): Claim {
  const [before, after] = [from, 'events' as const].map((approach) => outcomeOf(runs, scenario, approach)[figure].median);
  const saving = 1 - after! / before!;
  return {
    text: `85 % less waiting: ${text}`,
    measured: `${figureText(before!)} ms → ${figureText(after!)} ms: ${savingText(saving, ['less', 'more'])}`,
    holds: saving >= bar,
  };
}

/** A slow service holds up the others where they are occupied for more than one and a half times as long as if all is well. */
function slowClaim(runs: readonly Run[]): Claim {
  const held = (scenario: ScenarioName) => outcomeOf(runs, scenario, 'events').othersHeld.median;
  return {
    text: 'No cascade: while inventory takes 2 s, the other services are occupied with an order as long as ever',
    measured: `${figureText(held('well'))} ms when all is well, ${figureText(held('slow'))} ms then`,
    holds: held('slow') <= 1.5 * held('well'),
  };
}

function failureClaim({ failed, left }: Outcome): Claim {
  return {
    text: 'No cascade: when inventory says no, no other service fails, and nothing is left half done',
    measured: `failing: ${failed.join(', ') || 'none'}; left behind: ${left.join(', ') || 'nothing'}`,
    holds: failed.every((service) => service === 'inventory') && left.length === 0,
  };
}

/** All that is said of events instead of waiting calls. */
export function waitingClaims(runs: readonly Run[]): Claim[] {
  return [
    waitingClaim(runs, 'until the first answer, all is well', 'firstAnswer', 'well'),
    waitingClaim(runs, 'until the outcome, all is well', 'outcome', 'well'),
    waitingClaim(runs, 'until the first answer, inventory takes 2 s', 'firstAnswer', 'slow'),
    waitingClaim(runs, 'until the outcome, inventory takes 2 s', 'outcome', 'slow'),
    waitingClaim(runs, 'until the first answer, ten customers and inventory takes 2 s', 'firstAnswer', 'crowd'),
    waitingClaim(runs, 'until the first answer, against calls at their best, all is well', 'firstAnswer', 'well', 'best-calls'),
    slowClaim(runs),
    failureClaim(outcomeOf(runs, 'refused', 'events')),
  ];
}
