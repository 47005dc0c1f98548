import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type TraceEvent, traceCategories } from '../measure/script-time.ts';
import { blankPage } from './build-first-event-pages.ts';
import type { FirstEvent } from './findings.ts';
import type { FirstEventPage } from './first-event-pages.ts';
import { moduleTimes } from './module-times.ts';

/** Opens a page, brings it a module of which the browser knows nothing yet, neither the file nor its code, and waits for its first event. */
export async function visitFirstEvent(browser: Browser, address: string, page: FirstEventPage): Promise<FirstEvent> {
  const context = await browser.newContext();
  try {
    return await measure(browser, context, address, page);
  } finally {
    await context.close();
  }
}

async function measure(browser: Browser, context: BrowserContext, origin: string, name: string): Promise<FirstEvent> {
  const page = await context.newPage();
  const failed = new Promise<never>((_resolve, reject) => page.on('pageerror', reject));
  const address = `${origin}/${name}.js`;
  // The module comes to a page that is there: a navigation may begin a process, whose first moments no trace has.
  await page.goto(`${origin}/${blankPage}`);
  await browser.startTracing(page, { categories: [...traceCategories] });
  const steps = await Promise.race([stepsOf(page, address), failed]);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const { parse, script } = moduleTimes(traceEvents, address);
  return { page: name, parse: rounded(parse), script: rounded(script), steps };
}

async function stepsOf(page: Page, address: string): Promise<FirstEvent['steps']> {
  await page.evaluate(
    (src) => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src })),
    address,
  );
  const handle = await page.waitForFunction(() => window.crossOriginIsolated && window.firstEvent);
  const steps = Object.entries((await handle.jsonValue()) as Record<string, number>);
  return Object.fromEntries(steps.map(([step, end]) => [step, rounded(end)]));
}

/** To the microsecond, which is finer than the clock. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1_000) / 1_000;
}
