import type { Bar } from '../report/bar.ts';
import { growthOf, type Place, ratioOf, type ScaleFindings } from './findings.ts';

const ofACall =
  'A call of a handler reads what its subscription is free for, keeps an error from the others, looks for a promise and counts: what a bare loop leaves out. [Decision 046](decisions/046-direct-calls.md) has the loop.';

/** What may grow, and by how much. */
export function scaleBars(findings: ScaleFindings): Bar[] {
  const ratio = (what: string, place: Place, base: Place, why?: string): Bar => ({
    what,
    limit: 1.1,
    measured: ratioOf(findings, place, base).median,
    unit: '×',
    ...(why && { why }),
  });
  return [
    ratio('An emit with 10,000 contracts known, against one with 10', ['contracts', 10_000], ['contracts', 10]),
    {
      what: "What each further subscriber costs, `dom: 'off'`, from 10 to 100",
      limit: 5,
      measured: growthOf(findings, 'emit-busbar', 10, 100).median,
      unit: 'ns',
      why: ofACall,
    },
    ratio('An emit to 10 subscribers with a second copy on the page, against none', ['copies-idle', 2], ['copies-idle', 1]),
    ratio(
      'An emit to 10 subscribers of each of two bundles with a copy each, against the same with one copy',
      ['copies-busy', 2],
      ['copies-shared', 2],
    ),
  ];
}
