import { expect } from '@playwright/test';
import { rows } from '../acceptance/rows.ts';
import { test } from '../fixtures/guarded-test.ts';
import { leakGauge } from '../fixtures/leak-gauge.ts';

// Short forms, in Chromium. `pnpm acceptance` has the full ones, in three browsers.

for (const { name, what } of rows) {
  test(`${name}: ${what}`, async ({ page }) => {
    await page.exposeFunction('readGauge', await leakGauge(page));
    await page.goto(`http://127.0.0.1:${process.env['PROBE_PORT']}/acceptance/index.html`);
    const { figures } = await page.evaluate((row) => acceptance.run(row, false), name);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ holds }) => !holds)).toEqual([]);
  });
}
