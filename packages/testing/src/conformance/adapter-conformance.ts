import type { AdapterDriver } from './adapter-driver.ts';
import { emitting } from './cases/emitting.ts';
import { enabling } from './cases/enabling.ts';
import { failing } from './cases/failing.ts';
import { hearing } from './cases/hearing.ts';
import { leaking } from './cases/leaking.ts';
import { leaving } from './cases/leaving.ts';
import { observing } from './cases/observing.ts';
import { projecting } from './cases/projecting.ts';
import { rendering } from './cases/rendering.ts';
import { replaying } from './cases/replaying.ts';
import { resubscribing } from './cases/resubscribing.ts';
import { showing } from './cases/showing.ts';
import { swapping } from './cases/swapping.ts';
import type { ConformanceCase, OptionalVerb } from './conformance-case.ts';
import { Page } from './page.ts';

/** A case for a test runner. */
export interface AdapterCase {
  readonly title: string;
  /** Rejects with a plain error that says what was expected and what came. */
  run(): Promise<void>;
}

/** How the suite is run. */
export interface ConformanceOptions {
  /** Verbs that the adapter lacks; their cases are left out. Default: none. */
  readonly without?: readonly OptionalVerb[];
  /** How many components come and go where leaks are looked for. Default 1,000. */
  readonly mounts?: number;
}

const topics = [
  hearing,
  resubscribing,
  replaying,
  enabling,
  leaving,
  leaking,
  failing,
  emitting,
  showing,
  rendering,
  projecting,
  observing,
  swapping,
];

/**
 * Lists what every adapter does, as cases for any test runner. Each has a bus and a page of its own, and takes its
 * components off when it ends.
 *
 * @example
 * describe('the conformance suite', () => {
 *   for (const { title, run } of adapterConformance(driver)) it(title, run);
 * });
 */
export function adapterConformance(
  driver: AdapterDriver,
  { without = [], mounts = 1_000 }: ConformanceOptions = {},
): readonly AdapterCase[] {
  const wanted = topics.flat().filter(({ verb }) => !verb || !without.includes(verb));
  return wanted.map((one) => ({ title: one.title, run: () => play(one, new Page(driver, mounts)) }));
}

async function play({ play }: ConformanceCase, page: Page): Promise<void> {
  try {
    await play(page);
  } finally {
    await page.clear();
  }
}
