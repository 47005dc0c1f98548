import type { Browser } from '@playwright/test';
import { bundlePage } from '../measure/bundle-page.ts';
import { interleave } from '../measure/interleave.ts';
import { randomFrom } from '../measure/random.ts';
import { approaches } from './approaches.ts';
import type { Backend } from './backend.ts';
import { type Plan, services } from './plan.ts';
import { type Run, runScenario } from './run-scenario.ts';
import { scenarios } from './scenarios.ts';

/** Builds the page in all approaches. */
export async function buildApproaches(): Promise<void> {
  await Promise.all(approaches.map(({ name }) => bundlePage({ entry: `waiting/${name}/main.ts`, name })));
}

/** Runs every scenario in every approach, `rounds` times. In one round all approaches meet the same delays. */
export async function studyWaiting(browser: Browser, backend: Backend, address: string, rounds: number): Promise<Run[]> {
  await buildApproaches();
  const plans = Array.from({ length: rounds }, (_round, index) => planOf(index));
  const contestants = scenarios.flatMap((scenario) => approaches.map(({ name }) => ({ approach: name, scenario })));
  const runs: Run[] = [];
  for (const { round, contestant } of interleave(contestants, rounds)) {
    const { approach, scenario } = contestant;
    const plan = scenario.change(plans[round]!);
    runs.push(await runScenario(browser, backend, { address, approach, scenario: scenario.name, plan }));
  }
  return runs;
}

/** A plan in which all is well: services of 100 to 200 ms, drawn from the number of the round. */
function planOf(seed: number): Plan {
  const random = randomFrom(seed);
  const delays = Object.fromEntries(services.map((service) => [service, Math.round(100 + 100 * random())])) as Plan['delays'];
  return { delays, places: 4, customers: 1 };
}
