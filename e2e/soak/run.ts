// `pnpm soak`: minutes of mixed load in Chromium, and whether the page is the same after them. Not part of `npm test`.
import { setTimeout as pass } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../.ci/chromium.ts';
import { leakGauge } from '../fixtures/leak-gauge.ts';
import { buildSoak } from './build.ts';
import { heading, row } from './table.ts';
import { complaints, heapBound, heapRise, type Sample } from './verdict.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    /** Seconds between two samples. */
    every: { type: 'string', default: '15' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
  },
});
const every = Number(values.every);
const rounds = Math.floor((Number(values.minutes) * 60) / every);
if (!(rounds >= 5))
  throw new Error('A verdict needs five samples: more minutes, or fewer seconds between two of them (--every).');

const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments });
const uncaught: string[] = [];
const page = await openWorld();
const gauge = await leakGauge(page);
const samples: Sample[] = [];
console.log(
  `${values.minutes} minutes of load in Chromium ${browser.version()}, seed ${values.seed}. Heap after garbage collection.\n`,
);
console.log(heading);
for (let round = 1; round <= rounds; round++) {
  await page.evaluate(() => soak.resume());
  await pass(every * 1_000);
  const rest = await page.evaluate(() => soak.rest());
  const sample = { ...rest, ...(await gauge()), minute: (round * every) / 60 };
  samples.push(sample);
  console.log(row(sample));
}
await browser.close();

const wrong = [...uncaught.map((message) => `Uncaught: ${message}`), ...complaints(samples)];
const perEvent = (heapRise(samples) * samples.at(-1)!.minute) / samples.at(-1)!.emitted;
console.log(`
The heap rises by ${Math.round(heapRise(samples))} bytes a minute (bound ${heapBound}), ${perEvent.toFixed(2)} bytes an event.
${wrong.length === 0 ? 'Flat, and everything adds up.' : `Not so:\n${wrong.join('\n')}`}`);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function openWorld(): Promise<Page> {
  const scripts = await buildSoak();
  const page = await browser.newPage();
  page.on('pageerror', (error) => uncaught.push(String(error)));
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Soak</title><link rel="icon" href="data:,">' }),
  );
  await page.goto(`http://soak.localhost/?seed=${values.seed}`);
  for (const path of scripts) await page.addScriptTag({ path });
  return page;
}
