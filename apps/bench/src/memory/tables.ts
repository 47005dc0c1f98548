import { figureText, spreadText } from '../report/figure-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { leftBy, type MemoryFindings, weightOf } from './findings.ts';
import { type Group, kinds } from './kinds.ts';
import { type LongRunId, longRuns } from './runs.ts';

/** The bytes of all kinds of a group that were weighed. */
export function weightTable(findings: MemoryFindings, group: Group): string {
  const weighed = kinds.flatMap((kind) => {
    const weight = kind.group === group ? weightOf(findings, kind.id) : undefined;
    return weight ? [{ kind, weight }] : [];
  });
  return markdownTable(
    [headings[group], 'bytes'],
    weighed.map(({ kind, weight }) => [kind.title, spreadText(weight)]),
  );
}

const headings: Readonly<Record<Group, string>> = {
  contestants: 'a subscription, its handler included',
  subscriptions: 'a subscription of Busbar, its handler included',
  kept: 'one more',
  made: 'one more',
};

/** What long runs left behind. */
export function longRunTable(findings: MemoryFindings): string {
  return markdownTable(
    ['10 subscribers', 'events', 'kB left', 'bytes an event'],
    (Object.keys(longRuns) as LongRunId[]).map((run) => {
      const { events, bytes } = leftBy(findings, run);
      return [longRuns[run].title, figureText(events), figureText(bytes / 1_000), (bytes / events).toFixed(4)];
    }),
  );
}
