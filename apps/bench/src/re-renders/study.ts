import type { Browser } from '@playwright/test';
import { bundlePage } from '../measure/bundle-page.ts';
import { interleave } from '../measure/interleave.ts';
import { assertSamePages } from './assert-same-pages.ts';
import { type PageSize, pageSizes } from './page/page-size.ts';
import { type VariantName, variants } from './variants.ts';
import { type MeasuredAction, visitPage } from './visit-page.ts';

/** One visit of one page. */
export interface Visit {
  readonly variant: VariantName;
  readonly size: PageSize;
  /** How many times slower than it is the processor was made. */
  readonly slowedBy: number;
  readonly actions: readonly MeasuredAction[];
}

/** What the study of re-renders found. */
export interface ReRenders {
  readonly visits: readonly Visit[];
  /** Bytes of each page's script after gzip. */
  readonly weights: Readonly<Record<VariantName, number>>;
}

/** Builds the page in all variants. */
export async function buildVariants(): Promise<ReRenders['weights']> {
  const weights = await Promise.all(
    variants.map(async ({ name }) => [name, await bundlePage({ entry: `re-renders/${name}/main.ts`, name })] as const),
  );
  return Object.fromEntries(weights) as ReRenders['weights'];
}

/** Visits every variant in every size, `rounds` times, one after the other; the larger ones on a slower processor, too. */
export async function studyReRenders(browser: Browser, address: string, rounds: number): Promise<ReRenders> {
  const weights = await buildVariants();
  const contestants = [1, 4].flatMap((slowedBy) =>
    pageSizes
      .filter((size) => slowedBy === 1 || size > 1)
      .flatMap((size) => variants.map(({ name }) => ({ variant: name, size, slowedBy }))),
  );
  const visits: Visit[] = [];
  for (const { contestant } of interleave(contestants, rounds)) {
    visits.push({ ...contestant, actions: await visitPage(browser, { address, ...contestant }) });
  }
  assertSamePages(visits);
  return { visits, weights };
}
