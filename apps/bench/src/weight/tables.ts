import { minimalCore, minimalCoreWithRxjs, wholeCore, wholeCoreWithRxjs } from '../../../../.ci/sizes/parts.ts';
import type { Weight } from '../../../../.ci/sizes/weight.ts';
import { profiles } from '../contestants/profiles.ts';
import { traitCells, traitTitles } from '../contestants/trait-cells.ts';
import type { Spread } from '../measure/spread.ts';
import { figureText, spreadText } from '../report/figure-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { FirstEvents, Weighed, WeightFindings } from './findings.ts';
import { type FirstEventPage, firstEventPageNames, firstEventPages } from './first-event-pages.ts';
import { firstEventSteps } from './first-event-step.ts';
import { beside, type Figure, stepsOf, timeOf } from './first-event-summary.ts';

/** Parts of Busbar, or whole pages. */
export function weightTable(weighed: readonly Weighed[]): string {
  return markdownTable(
    ['minified, in bytes', 'gzip', 'brotli'],
    weighed.map((one) => [one.what, ...bytesOf(one)]),
  );
}

/** All buses, without validators, and what each does. */
export function rivalTable({ parts, rivals }: WeightFindings): string {
  const others = rivals.map(({ name, package: from, minimal, everything }) => [
    name,
    ...traitsOf(from),
    ...bytesOf(minimal),
    figureText(everything.gzip),
  ]);
  const own = [
    ['Busbar', minimalCore, wholeCore],
    ['Busbar, and what it uses of RxJS', minimalCoreWithRxjs, wholeCoreWithRxjs],
  ].map(([name, minimal, everything]) => [
    name!,
    ...traitsOf('@busbar/core'),
    ...bytesOf(partNamed(parts, minimal!)),
    figureText(partNamed(parts, everything!).gzip),
  ]);
  return markdownTable(
    ['minified, in bytes', ...traitTitles, 'used, gzip', 'used, brotli', 'all of it, gzip'],
    [...others, ...own],
    1 + traitTitles.length,
  );
}

function traitsOf(name: string): string[] {
  const profile = profiles.find((one) => one.package === name);
  if (!profile) throw new Error(`${name} is no contestant.`);
  return traitCells(profile);
}

/** What a cold page takes until its first event was handled. */
export function firstEventTable(found: FirstEvents): string {
  const rows = firstEventPageNames.map((page) => [
    firstEventPages[page],
    inHundredths(timeOf(found, page, 'parse')),
    inHundredths(timeOf(found, page, 'script')),
    ...firstEventSteps.map((step) => spreadIfAny(stepsOf(found, page)[step])),
  ]);
  return markdownTable(
    ['', 'parsed, ms', 'scripts, ms', 'bus made, µs', 'event defined, µs', 'subscribed, µs', 'emit to handled, µs'],
    rows,
  );
}

/** What of it is the validator's, what is the bus's, and what one has the other do. */
export function shareTable(found: FirstEvents): string {
  const row = (what: string, time: (figure: Figure) => Spread) => [
    what,
    ...(['parse', 'script'] as const).map((figure) => inHundredths(time(figure))),
  ];
  const pageRow = (page: FirstEventPage) => row(firstEventPages[page], (figure) => timeOf(found, page, figure));
  return markdownTable(
    ['ms', 'parsed', 'scripts'],
    [
      pageRow('zod'),
      pageRow('busbar-by-hand'),
      pageRow('busbar-with-zod'),
      row('Both together, less each alone', (figure) => beside(found, 'busbar-with-zod', ['zod', 'busbar-by-hand'], figure)),
    ],
  );
}

/** What a part weighs. */
export function partNamed(parts: readonly Weighed[], what: string): Weighed {
  const part = parts.find((one) => one.what === what);
  if (!part) throw new Error(`${what} was not weighed.`);
  return part;
}

function bytesOf({ gzip, brotli }: Weight): string[] {
  return [figureText(gzip), figureText(brotli)];
}

function spreadIfAny(spread: Spread | undefined): string {
  return spread ? spreadText(wholeOf(spread)) : '';
}

function wholeOf({ median, lower, upper, count }: Spread): Spread {
  return { median: Math.round(median), lower: Math.round(lower), upper: Math.round(upper), count };
}

/** Milliseconds with the digits that the clock gives. */
function inHundredths({ median, lower, upper }: Spread): string {
  return `${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
}
