import { type Spread, spreadOf } from '../measure/spread.ts';
import type { ApproachName } from './approaches.ts';
import type { Service } from './plan.ts';
import type { Run } from './run-scenario.ts';
import type { ScenarioName } from './scenarios.ts';

/** What came of a scenario in one approach. Times are in milliseconds. */
export interface Outcome {
  /** Until a customer knew for the first time something that was not known when the button was pressed. */
  readonly firstAnswer: Spread;
  /** Until a customer knew how the order ended. */
  readonly outcome: Spread;
  /** How long order, payment and fraud were occupied with an order, taken together. */
  readonly othersHeld: Spread;
  /** The services whose own call failed in some run. */
  readonly failed: readonly Service[];
  /** The backends that still had a cancelled order on their books in some run; those that only looked at it left out. */
  readonly left: readonly Service[];
}

/** Sums up all runs of a scenario in an approach. */
export function outcomeOf(runs: readonly Run[], scenario: ScenarioName, approach: ApproachName): Outcome {
  const own = runs.filter((run) => run.scenario === scenario && run.approach === approach);
  return {
    firstAnswer: spreadOf(own.flatMap((run) => ordersOf(run).map((order) => answersTo(run, order)[0]!))),
    outcome: spreadOf(own.flatMap((run) => ordersOf(run).map((order) => answersTo(run, order).at(-1)!))),
    othersHeld: spreadOf(own.map(heldBesideInventory)),
    failed: unique(own.flatMap(({ holds }) => holds.filter(({ failed }) => failed).map(({ service }) => service))),
    left: unique(own.flatMap(leftAfterCancelling)),
  };
}

function ordersOf({ answers }: Run): string[] {
  return unique(answers.map(({ order }) => order));
}

/** When a customer was told something, the first answer first. */
function answersTo({ answers }: Run, order: string): number[] {
  return answers
    .filter((answer) => answer.order === order)
    .map(({ after }) => after)
    .sort((one, other) => one - other);
}

function heldBesideInventory(run: Run): number {
  const others = run.holds.filter(({ service }) => service !== 'inventory');
  return others.reduce((sum, { held }) => sum + held, 0) / ordersOf(run).length;
}

function leftAfterCancelling({ answers, left }: Run): Service[] {
  const isCancelled = answers.some(({ answer }) => answer === 'cancelled');
  return isCancelled ? (['order', 'payment', 'inventory'] as const).filter((service) => left[service] > 0) : [];
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
