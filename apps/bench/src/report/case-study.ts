import type { Claim } from './claim.ts';

/** A picture beside the page, and what it says to those who do not see it. */
export interface Chart {
  /** Without the ending. */
  readonly file: string;
  readonly svg: string;
  readonly alternative: string;
}

/** What one study adds to the page. */
export interface CaseStudy {
  readonly claims: readonly Claim[];
  readonly charts: readonly Chart[];
  /** In Markdown, from its heading on. */
  readonly section: string;
}

/** The line of Markdown that shows a chart. */
export function chartLine({ file, alternative }: Chart): string {
  return `![${alternative}](case-studies/${file}.svg)`;
}
