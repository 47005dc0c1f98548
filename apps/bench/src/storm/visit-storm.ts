import type { Browser, Page } from '@playwright/test';
import { figuresOf } from './figures-of.ts';
import type { StormRun } from './findings.ts';
import type { Meeting } from './meetings.ts';
import type { Reading } from './page/reading.ts';
import { pressOnAndOn } from './press-on-and-on.ts';
import { storms, subscribers } from './storms.ts';
import { type TaskEvent, taskCategories, taskLengths } from './task-lengths.ts';

/** A storm to be met in a round, and where its page is. */
export interface StormVisit extends Meeting {
  readonly address: string;
  readonly round: number;
}

/** Opens a fresh page, lets the storm come over it while its button is pressed, and measures. */
export async function visitStorm(browser: Browser, { address, round, ...meeting }: StormVisit): Promise<StormRun> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const failed = new Promise<never>((_resolve, reject) => page.on('pageerror', reject));
    await page.goto(address);
    await page.waitForFunction(() => crossOriginIsolated && 'stormPage' in window);
    const { reading, events } = await Promise.race([watchStorm(browser, page, meeting, round), failed]);
    assertAccounted(reading, meeting);
    return { ...meeting, round, counts: reading.counts, figures: figuresOf(reading, taskLengths(events)) };
  } finally {
    await context.close();
  }
}

/** The presses of a round come at the same times with all contestants. */
async function watchStorm(browser: Browser, page: Page, { contestant, storm, slowedBy }: Meeting, seed: number) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
  await browser.startTracing(page, { categories: [...taskCategories] });
  const stop = pressOnAndOn(session, seed);
  try {
    const reading = await page.evaluate(([name, weather]) => window.stormPage(name, weather), [
      contestant,
      storms[storm],
    ] as const);
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TaskEvent[] };
    return { reading, events: traceEvents };
  } finally {
    stop();
  }
}

/** Each subscriber has to have handled each event, or to have let go of it or lost it with a word. */
function assertAccounted({ counts }: Reading, { contestant, storm }: Meeting): void {
  const expected = storms[storm].events * subscribers;
  const missing = expected - counts.handled - counts.declined - counts.dead;
  if (missing !== 0) throw new Error(`${contestant}: nobody can say what became of ${missing} of ${expected} events.`);
}
