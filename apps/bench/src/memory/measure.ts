import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { builtPages, bundlePage } from '../measure/bundle-page.ts';
import { interleave } from '../measure/interleave.ts';
import { isolatedPage } from '../measure/isolated-page.ts';
import { serveFolder } from '../measure/serve-folder.ts';
import type { Laboratory } from '../report/cost-study.ts';
import type { HeapCurve, MemoryFindings } from './findings.ts';
import { heapGauge } from './heap-gauge.ts';
import { type Kind, kinds } from './kinds.ts';
import { type LongRunId, longRuns } from './runs.ts';
import { type Point, slopeOf } from './slope.ts';

const plans = {
  full: { rounds: 3, looks: 7 },
  quick: { rounds: 1, looks: 4 },
};

/** Weighs each kind in turns, on a fresh page each time, and watches the heap in long runs. */
export async function measureMemory({ browser, extent, tell }: Laboratory): Promise<MemoryFindings> {
  const { rounds, looks } = plans[extent];
  const folder = join(builtPages, 'memory');
  tell('building pages');
  await bundlePage({ entry: 'memory/page/main.ts', name: 'memory', folder });
  const server = await serveFolder(folder, isolatedPage);
  const address = `${server.address}/memory`;
  const weighed = kinds.filter(({ quick }) => quick || extent === 'full');
  const weights = weighed.map(({ id }) => ({ kind: id, figures: [] as number[] }));
  try {
    for (const { round, contestant } of interleave(weighed, rounds)) {
      tell(`round ${round + 1} of ${rounds}: ${contestant.title}`);
      const bytes = await onPage(browser, address, (page) => weigh(page, contestant, looks));
      weights.find(({ kind }) => kind === contestant.id)!.figures.push(bytes);
    }
    const curves: HeapCurve[] = [];
    for (const run of Object.keys(longRuns) as LongRunId[]) {
      tell(longRuns[run].title);
      const events = longRuns[run][extent === 'full' ? 'events' : 'quick'];
      curves.push({ run, points: await onPage(browser, address, (page) => watchHeap(page, run, events)) });
    }
    return { weights, curves };
  } finally {
    server.close();
  }
}

async function onPage<Result>(browser: Browser, address: string, use: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'beginGrowth' in window);
    return await use(page);
  } finally {
    await page.close();
  }
}

/** Bytes of one more of a kind. The first ones are left out: with them the browser keeps what it compiles. */
async function weigh(page: Page, kind: Kind, looks: number): Promise<number> {
  const gauge = await heapGauge(page);
  await page.evaluate((asked) => window.beginGrowth(asked), kind);
  const points: Point[] = [];
  for (let look = 1; look <= looks; look++) {
    await page.evaluate((count) => window.goOn(count), kind.step);
    points.push([look * kind.step, await gauge()]);
  }
  return Math.round(slopeOf(points) * 10) / 10;
}

/** How many times the heap is looked at on the way. */
const stops = 10;
/** Events that the page is warmed up with at least: the browser still compiles what they run. */
const warmUp = 100_000;

async function watchHeap(page: Page, run: LongRunId, events: number): Promise<Point[]> {
  const gauge = await heapGauge(page);
  await page.evaluate((asked) => window.beginLongRun(asked), run);
  const goOn = (count: number) => page.evaluate((asked) => window.goOn(asked), count);
  await goOn(Math.max(warmUp, events / stops));
  const before = await gauge();
  const points: Point[] = [[0, 0]];
  for (let stop = 1; stop <= stops; stop++) {
    await goOn(events / stops);
    points.push([(events / stops) * stop, (await gauge()) - before]);
  }
  return points;
}
