import type { Machine } from '../measure/machine.ts';
import { type Bar, barTable, isHeld } from '../report/bar.ts';
import type { CostReport } from '../report/cost-study.ts';
import { heldText } from './verdict.ts';

/** What a study says, and what it was measured on. */
export interface ReportedStudy {
  readonly name: string;
  readonly machine: Machine;
  readonly report: CostReport;
}

/** The page of the costs, in Markdown. */
export function pageOf(studies: readonly ReportedStudy[]): string {
  const machines = new Set(studies.map(({ machine }) => measuredOn(machine)));
  const isOne = machines.size === 1;
  return `${[
    '# What it costs',
    introduction,
    ...(isOne ? machines : []),
    ...barsOf(studies.flatMap(({ report }) => report.bars)),
    ...studies.flatMap(({ machine, report }) => [report.section, ...(isOne ? [] : [measuredOn(machine)])]),
    again,
  ]
    .join('\n\n')
    .trimEnd()}\n`;
}

const introduction = `What an event takes of a page, in time, memory and bytes, held against the browser's own \`CustomEvent\` and against the libraries that people use for the
same purpose. This page and its charts are written by \`pnpm bench\` of what it has measured; the figures are beside it, in
[\`findings.json\`](what-it-costs/findings.json), and the sources in [\`apps/bench/src\`](../bench/src).

What these figures are not: yours. They come from one machine and one browser without a window, and a nanosecond on it is another one elsewhere. What carries over
are ratios. Each is formed of two measurements of the same round, in builds for production, and what is told is the median of all rounds. A library that
costs less often does less, so that what each does not do stands beside its figures.`;

const again = `## Measure it yourself

\`pnpm bench\` measures all of it and writes this page anew; it wants a machine that does nothing else for twenty minutes. \`pnpm bench --quick\` takes about
a minute, is rough, and only tells. \`--only emit,weight\` picks studies, \`--page\` writes the page of the findings without measuring. The command ends with 1
where a bar is not held and with 2 where something could not be measured. [CONTRIBUTING](../../CONTRIBUTING.md#commands) says how to come by \`pnpm\`.`;

function measuredOn({ hardware, versions, date }: Machine): string {
  return `Measured on ${date}, on ${hardware}. ${versions}.`;
}

function barsOf(bars: readonly Bar[]): string[] {
  const reasons = reasonsOf(bars.filter((bar) => !isHeld(bar)));
  return [
    '## The bars',
    `${barsAre} ${heldText(bars)}`,
    barTable(bars),
    ...(reasons.length > 0 ? ['What is not held, and why:', reasons.join('\n')] : []),
  ];
}

/** Each reason once, after all bars that are not held for it. */
function reasonsOf(bars: readonly Bar[]): string[] {
  const reasons = new Set(bars.flatMap(({ why }) => why ?? []));
  return [...reasons].map((reason) => {
    const concerned = bars.filter(({ why }) => why === reason).map(({ what }) => what);
    return `- ${concerned.join('; ')}: ${reason}`;
  });
}

const barsAre = 'A bar is a limit that was set before the work on speed and weight began.';
