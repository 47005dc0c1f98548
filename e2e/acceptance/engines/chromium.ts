import { chromium as playwright } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../../.ci/chromium.ts';
import { leakGauge } from '../../fixtures/leak-gauge.ts';
import type { Engine } from './engine.ts';
import { versionOfProgram } from './spawned.ts';

const program = chromiumPath ?? playwright.executablePath();

/** Chromium by Playwright, which lets the page read the counters of the browser. */
export const chromium: Engine = {
  name: 'Chromium',
  install: 'apt-get install chromium',
  version: async () => versionOfProgram(program),
  async open(url) {
    const browser = await playwright.launch({ executablePath: program, args: chromiumArguments });
    const page = await browser.newPage();
    const gauge = await leakGauge(page);
    await page.exposeFunction('readGauge', gauge);
    await page.goto(url, { waitUntil: 'commit' });
    return () => browser.close();
  },
};
