import type { Page } from '@playwright/test';
import { builtPages, bundlePage } from '../measure/bundle-page.ts';
import { buildCopies } from '../measure/busbar-copies.ts';
import { interleave } from '../measure/interleave.ts';
import { isolatedPage } from '../measure/isolated-page.ts';
import { serveFolder } from '../measure/serve-folder.ts';
import type { CostStudy, Laboratory } from '../report/cost-study.ts';
import type { Cell, Effort } from './cell.ts';
import { type EmitFindings, emptyFindings } from './findings.ts';
import { mostCopies, plan } from './plan.ts';
import { emitReport } from './report.ts';

const efforts: Record<Laboratory['extent'], Effort & { readonly rounds: number }> = {
  full: { rounds: 10, patience: 80, batches: 20 },
  quick: { rounds: 1, patience: 30, batches: 6 },
};

/** What an event costs from the call of `emit` until all have handled it. */
export const emitStudy: CostStudy<EmitFindings> = { name: 'emit', measure, report: emitReport };

async function measure(laboratory: Laboratory): Promise<EmitFindings> {
  laboratory.tell('building pages');
  await buildPages();
  const server = await serveFolder(builtPages, isolatedPage);
  const page = await laboratory.browser.newPage();
  const address = `${server.address}/emit`;
  try {
    await assertCopies(page, address);
    return await measureCells(page, address, laboratory);
  } finally {
    await page.close();
    server.close();
  }
}

async function buildPages(): Promise<void> {
  await Promise.all([
    bundlePage({ entry: 'emit/page/main.ts', name: 'emit' }),
    bundlePage({ entry: 'contestants/contestants.ts', name: 'contestants' }),
    buildCopies(builtPages, mostCopies),
  ]);
}

/** A table says whose copies meet on a page; here they have to, and the others must not. */
async function assertCopies(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const wrong = await page.evaluate(() => window.emitPage.checkCopies());
  if (wrong.length > 0) throw new Error(`It is not true what is said of copies that meet, of: ${wrong.join('; ')}.`);
}

/** Every round opens a page for each figure, and begins with another one than the round before. */
async function measureCells(page: Page, address: string, { extent, tell }: Laboratory): Promise<EmitFindings> {
  const { rounds, ...effort } = efforts[extent];
  const findings = emptyFindings(plan);
  for (const { round, contestant: cell } of interleave(plan, rounds)) {
    tell(`round ${round + 1} of ${rounds}: ${cell.id}`);
    await page.goto(address);
    findings.figures[cell.id]!.push(await measureOn(page, cell, effort));
  }
  return findings;
}

async function measureOn(page: Page, cell: Cell, effort: Effort): Promise<number> {
  const figure = await page.evaluate(([cell, effort]) => window.emitPage.measureCell(cell, effort), [cell, effort] as const);
  return Math.round(figure * 10) / 10;
}
