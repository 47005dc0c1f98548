import type { Browser, Page } from '@playwright/test';
import type { ApproachName } from './approaches.ts';
import type { Backend } from './backend.ts';
import type { GivenAnswer, Hold, Plan, Service } from './plan.ts';
import type { ScenarioName } from './scenarios.ts';

/** What came of one run. */
export interface Run {
  readonly approach: ApproachName;
  readonly scenario: ScenarioName;
  readonly answers: readonly GivenAnswer[];
  readonly holds: readonly Hold[];
  /** How many orders each backend had on its books in the end. */
  readonly left: Readonly<Record<Service, number>>;
}

/** A run to be made. */
export interface PlannedRun {
  readonly address: string;
  readonly approach: ApproachName;
  readonly scenario: ScenarioName;
  readonly plan: Plan;
}

/** Orders on a fresh page, by real clicks, and waits until every customer knows how it ended. */
export async function runScenario(browser: Browser, backend: Backend, run: PlannedRun): Promise<Run> {
  const { address, approach, scenario, plan } = run;
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const answers: GivenAnswer[] = [];
  await page.exposeFunction('tellAnswer', (answer: GivenAnswer) => void answers.push(answer));
  await page.goto(`${address}/waiting/${approach}?plan=${encodeURIComponent(JSON.stringify(plan))}`);
  await order(page, plan.customers);
  const ended = page.getByText(/is (confirmed|cancelled)\.$/);
  await ended.nth(plan.customers - 1).waitFor();
  await page.waitForFunction(() => window.occupation?.busy === 0);
  const { holds } = await page.evaluate(() => window.occupation!);
  await page.close();
  return { approach, scenario, answers, holds, left: backend.close() };
}

/** One click a customer, a tenth of a second after each other. */
async function order(page: Page, customers: number): Promise<void> {
  const button = page.getByRole('button', { name: 'Place order' });
  for (let customer = 0; customer < customers; customer++) {
    if (customer > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    await button.click();
  }
}
