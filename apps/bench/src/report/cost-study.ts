import type { Browser } from '@playwright/test';
import type { Bar } from './bar.ts';
import type { Chart } from './chart.ts';

/** What a study measures with. */
export interface Laboratory {
  readonly browser: Browser;
  /** The whole measurement, or what of it fits into some seconds. */
  readonly extent: 'full' | 'quick';
  /** Says how far the study is, for whoever waits: `round 3 of 9`. May be called as often as there is something to say. */
  readonly tell: (progress: string) => void;
}

/** What a study says on the page. */
export interface CostReport {
  readonly bars: readonly Bar[];
  readonly charts: readonly Chart[];
  /** In Markdown, from its heading of the second level on. */
  readonly section: string;
}

/** One kind of cost: how it is measured, and how what was found is told. */
export interface CostStudy<Findings> {
  /** A word for progress and for the file of findings: `emit`, `memory`. */
  readonly name: string;
  /** Answers plain data, which is kept beside the page, so that the page can be made again of it. */
  measure(laboratory: Laboratory): Promise<Findings>;
  /** Pure: the same findings make the same report. */
  report(findings: Findings): CostReport;
}
