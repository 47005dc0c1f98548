// `pnpm -C apps/bench steps`: what the steps of an emit take that nobody can leave out, beside an emit as a whole, in
// nanoseconds in Chromium. Medians of so many fresh pages.
import { builtPages, bundlePage } from './measure/bundle-page.ts';
import { isolatedPage } from './measure/isolated-page.ts';
import { launchChromium } from './measure/launch-chromium.ts';
import { serveFolder } from './measure/serve-folder.ts';
import { spreadOf } from './measure/spread.ts';
import { spreadText } from './report/figure-text.ts';

const rounds = 5;

await bundlePage({ entry: 'emit-steps/page.ts', name: 'emit-steps' });
const browser = await launchChromium();
const server = await serveFolder(builtPages, isolatedPage);
try {
  const figures: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage();
    await page.goto(`${server.address}/emit-steps`);
    await page.waitForFunction(() => 'measureSteps' in globalThis);
    figures.push(await page.evaluate(() => globalThis.measureSteps()));
    await page.close();
  }
  for (const name of Object.keys(figures[0]!)) {
    console.log(`${name.padEnd(64)} ${spreadText(spreadOf(figures.map((figure) => figure[name]!)))} ns`);
  }
} finally {
  server.close();
  await browser.close();
}
