import type { Chart } from './chart.ts';
import type { Claim } from './claim.ts';

/** What one study adds to the page. */
export interface CaseStudy {
  readonly claims: readonly Claim[];
  readonly charts: readonly Chart[];
  /** In Markdown, from its heading on. */
  readonly section: string;
}
