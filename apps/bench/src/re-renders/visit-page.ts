import type { Browser, Page } from '@playwright/test';
import { scriptTimes, type TraceEvent, traceCategories } from '../measure/script-time.ts';
import type { PageSize } from './page/page-size.ts';
import { beginOfAction, endOfAction, type WatchedAction } from './page/watched-action.ts';
import type { VariantName } from './variants.ts';
import { type ActionKind, visit } from './visit.ts';

/** An action as it was measured. Times are in milliseconds. */
export interface MeasuredAction extends WatchedAction {
  readonly kind: ActionKind;
  /** Of the main thread, of its own time. */
  readonly script: number;
  /** All sections, as they are after the action. */
  readonly shown: string;
}

/** A page to be visited. */
export interface Visited {
  readonly address: string;
  readonly variant: VariantName;
  readonly size: PageSize;
  /** How many times slower than it is the processor is made. Default: as it is. */
  readonly slowedBy?: number;
}

/** Does all that a visit consists of on a fresh page, by real input, and measures each action. */
export async function visitPage(browser: Browser, visited: Visited): Promise<MeasuredAction[]> {
  const page = await openPage(browser, visited);
  const told = await listen(page);
  await browser.startTracing(page, { categories: [...traceCategories] });
  const watched: Omit<MeasuredAction, 'script'>[] = [];
  for (const action of visit) {
    const act = await action.prepare(page);
    const answer = told();
    await act();
    watched.push({ kind: action.kind, ...(await answer), shown: await shownOn(page, action.shows) });
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await page.context().close();
  const times = scriptTimes(traceEvents, beginOfAction, endOfAction);
  if (times.length !== watched.length) throw new Error(`${times.length} actions in the trace, ${watched.length} on the page.`);
  return watched.map((action, index) => ({ ...action, script: times[index]! }));
}

async function openPage(browser: Browser, { address, variant, size, slowedBy = 1 }: Visited): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${address}/re-renders/${variant}?micro-frontends=${size}`);
  const sections = size === 60 ? 60 : 15;
  await page.waitForFunction((count) => document.querySelectorAll('[data-section]').length === count, sections);
  if (slowedBy > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
  }
  return page;
}

/** Answers a function that waits for what the page tells next. */
async function listen(page: Page): Promise<() => Promise<WatchedAction>> {
  let hear: (action: WatchedAction) => void = () => {};
  await page.exposeFunction('tellAction', (action: WatchedAction) => hear(action));
  return () =>
    new Promise((resolve) => {
      hear = resolve;
    });
}

async function shownOn(page: Page, [section, text]: readonly [string, string]): Promise<string> {
  const [whole, one] = await page.evaluate((name) => {
    const sections = [...document.querySelectorAll('[data-section]')];
    const own = sections.find((element) => element.getAttribute('data-section') === name);
    return [sections.map(({ outerHTML }) => outerHTML).join('\n'), own?.textContent ?? ''];
  }, section);
  if (!one!.includes(text)) throw new Error(`${section} says "${one}", and not "${text}".`);
  return whole!;
}
