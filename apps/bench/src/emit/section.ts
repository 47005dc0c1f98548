import { type Chart, chartLine } from '../report/chart.ts';
import type { EmitFindings } from './findings.ts';
import { burstTable, contractsTable, copiesTable, costTable, patternTable, ratioTable } from './tables.ts';

/** What the page says of the cost of an event. */
export function emitSection(findings: EmitFindings, charts: readonly Chart[]): string {
  return [
    introduction(findings),
    costTable(findings),
    columns,
    ratioTable(findings),
    ...charts.map((chart) => chartLine(chart, 'what-it-costs')),
    bursts,
    'Handlers that add to a sum:',
    burstTable(findings, 'tally'),
    'Handlers that keep the lines of a cart of 64 articles, add them up, and make the text that they would show:',
    burstTable(findings, 'carts'),
    copies,
    copiesTable(findings),
    patterns,
    patternTable(findings),
    contracts,
    contractsTable(findings),
  ].join('\n\n');
}

function introduction({ figures }: EmitFindings): string {
  const rounds = Object.values(figures)[0]!.length;
  return `## From emit to handled

Nanoseconds from the call of \`emit\` until all have handled the event, with a payload of four fields. Busbar does all that it promises meanwhile: it checks
the payload by a contract of Zod, freezes it, makes an envelope, counts, and shows the event to \`window\` where \`dom\` says so. So that like is compared with
like, its subscriptions have \`delivery: 'sync'\`, but for the last lines, which have the default. What is shown to \`window\` in a microtask counts: the time ends when that is done.

Each figure is measured on a page of its own, which is loaded afresh in every round: a page has one bus and one number of subscribers, and no compiler has got used to another. Handlers are
closures of one function, each of which adds to a sum that is checked after each batch: a handler that is called too often or too seldom ends the run. A batch takes about
2.5 ms, by a clock with steps of 5 µs, and comes after a warm-up, which lasts until batches get no quicker, and a garbage collection. After 500 events at most it is waited
until all that is mirrored or due in a microtask is done, which fits into one slice of Busbar, so that no wait for a task is measured. What the browser collects during a batch is
in its time; what it leaves for later is in nobody's, which is kind to those who leave most, such as native events. The quickest of some batches counts, since
what a machine does beside can only add to a time. Every round has all figures and begins with another page; ratios are formed within a round. Medians of
${rounds} rounds; quartiles in brackets.`;
}

const columns = `*Checks*: refuses a payload of the wrong shape when it is emitted. *Isolates*: a handler that throws keeps the event from nobody. *Freezes*: a handler cannot change
what the next one is given. *Replays*: who comes late can be given what came before. *Copies meet*: copies of the package in several bundles are one bus. A test holds each
contestant to what stands here; that copies meet is tried before each run.`;

const bursts = `### Bursts in default delivery

By default Busbar calls handlers after \`emit\` has returned, in slices that let the page breathe. The time of a burst ends when the last handler has run, so the tasks between
slices are in it. It is held against a bare loop over mitt, which checks nothing, keeps nothing and lets the page wait: with handlers that do
next to nothing, where every nanosecond shows, and with handlers that do what a micro-frontend does. The bar is for the latter, with
\`dom: 'off'\`, since mitt shows nothing to \`window\`.`;

const copies = `### Copies

Busbar with \`dom: 'off'\` and \`delivery: 'sync'\`, from one build that is loaded under several addresses, each time with a core, Zod and a contract of its own, as it is
with several bundles on a page. The first copy emits.`;

const patterns = `### Patterns

\`dom: 'off'\`, \`delivery: 'sync'\`.`;

const contracts = `### Contracts

What else is defined on the page, each with a schema of its own, and heard from \`window\`. With \`dom: 'both'\` it is the browser that
takes longer: a dispatch on \`window\` costs more in Chromium the more kinds of events anybody listens to there, native ones and those of other packages included.`;
