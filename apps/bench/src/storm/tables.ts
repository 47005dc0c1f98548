import { spreadText } from '../report/figure-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { StormFigures, StormFindings } from './findings.ts';
import type { Weather } from './meetings.ts';
import type { Counts } from './page/reading.ts';
import type { StormContestant } from './storm-contestants.ts';
import { contestantsIn, ratioIn, runsOf, spreadIn, weathersIn } from './summary.ts';
import { titleOf } from './weather-title.ts';

const columns: readonly (readonly [title: string, figure: keyof StormFigures])[] = [
  ['emitting task, ms', 'emitting'],
  ['all handled after, ms', 'total'],
  ['main thread worked, ms', 'worked'],
  ['longest task, ms', 'longestTask'],
  ['delivering, ms', 'longestAfter'],
  ['frames lost', 'framesLost'],
  ['press waited, ms', 'press'],
  ['at worst, ms', 'worstPress'],
  ['shown at worst after, ms', 'worstPaint'],
];

/** How all contestants came through a storm. */
export function weatherTable(findings: StormFindings, weather: Weather): string {
  const rows = contestantsIn(findings, weather).map(({ name, title, isBusbar }) => [
    title,
    ...columns.map(([, figure]) =>
      isBusbar || figure !== 'longestAfter' ? spreadText(spreadIn(findings, weather, name, figure)) : '–',
    ),
  ]);
  return markdownTable(['', ...columns.map(([title]) => title)], rows);
}

const compared: typeof columns = [
  ['emitting task', 'emitting'],
  ['all handled', 'total'],
  ['main thread worked', 'worked'],
  ['longest task', 'longestTask'],
  ['worst press', 'worstPress'],
];

/** Busbar against others, as ratios. */
export function ratioTable(findings: StormFindings, others: readonly string[]): string {
  const rows = weathersIn(findings).flatMap((weather) => {
    const here = contestantsIn(findings, weather);
    const pairs = here.filter(isWhole).flatMap((own) => others.map((other) => [own, other] as const));
    return pairs.map(([{ name, label }, other]) => [
      `${titleOf(weather)}: ${label} against ${other}`,
      ...compared.map(([, figure]) => timesText(ratioIn(findings, weather, [name, other], figure).median)),
    ]);
  });
  return markdownTable(['', ...compared.map(([title]) => title)], rows);
}

/** Busbar where it handles every event. */
function isWhole({ isBusbar, isSlowed }: StormContestant): boolean {
  return isBusbar && isSlowed;
}

function timesText(ratio: number): string {
  return `${ratio.toLocaleString('en-GB', { maximumSignificantDigits: 2 })} ×`;
}

const fates: readonly (readonly [title: string, count: keyof Counts])[] = [
  ['handled', 'handled'],
  ['let go', 'declined'],
  ['dead letters of subscribers', 'dead'],
  ['dead letters of `window`', 'deadOfWindow'],
];

/** What became of the events that Busbar was given. */
export function fateTable(findings: StormFindings): string {
  const rows = weathersIn(findings).flatMap((weather) =>
    contestantsIn(findings, weather)
      .filter(({ isBusbar }) => isBusbar)
      .map(({ name, title }) => [
        `${titleOf(weather)}: ${title}`,
        ...fates.map(([, count]) => countText(runsOf(findings, weather, name).map(({ counts }) => counts[count]))),
      ]),
  );
  return markdownTable(['', ...fates.map(([title]) => title)], rows);
}

/** One number where all rounds had the same. */
function countText(counts: readonly number[]): string {
  const ends = [...new Set([Math.min(...counts), Math.max(...counts)])];
  return ends.map((count) => count.toLocaleString('en-GB')).join('–');
}
