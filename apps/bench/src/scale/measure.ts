import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { builtPages, bundlePage } from '../measure/bundle-page.ts';
import { buildCopies } from '../measure/busbar-copies.ts';
import { interleave } from '../measure/interleave.ts';
import { isolatedPage } from '../measure/isolated-page.ts';
import type { Effort } from '../measure/quickest-batch.ts';
import { serveFolder } from '../measure/serve-folder.ts';
import type { Laboratory } from '../report/cost-study.ts';
import type { Cell, ScaleFindings } from './findings.ts';
import { type CellToMeasure, placesFor } from './places.ts';

const plans = {
  full: { rounds: 9, effort: { patience: 60, batches: 20 } },
  quick: { rounds: 1, effort: { patience: 25, batches: 6 } },
};

/** Measures all places of all curves in turns: a fresh page for each in each round. */
export async function measureScale({ browser, extent, tell }: Laboratory): Promise<ScaleFindings> {
  const { rounds, effort } = plans[extent];
  const folder = join(builtPages, 'scale');
  tell('building pages');
  await Promise.all([bundlePage({ entry: 'scale/page/main.ts', name: 'scale', folder }), buildCopies(folder, 5)]);
  const server = await serveFolder(folder, isolatedPage);
  const context = await browser.newContext();
  const cells = placesFor(extent).map((place): Cell & { figures: number[] } => ({ ...place, figures: [] }));
  try {
    for (const { round, contestant: cell } of interleave(cells, rounds)) {
      tell(`round ${round + 1} of ${rounds}: ${cell.line}`);
      cell.figures.push(await measureOn(context, `${server.address}/scale`, cell, effort));
    }
  } finally {
    server.close();
    await context.close();
  }
  return { cells };
}

/** Nanoseconds at one place of a curve. */
async function measureOn(context: BrowserContext, address: string, { line, at }: CellToMeasure, effort: Effort): Promise<number> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'measurePoint' in window && window.crossOriginIsolated);
  const figure = await page.evaluate((asked) => window.measurePoint(...asked), [line, at, effort] as const);
  await page.close();
  return Number(figure.toPrecision(4));
}
