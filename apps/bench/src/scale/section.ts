import { type Chart, chartLine } from '../report/chart.ts';
import { timesText } from '../report/figure-text.ts';
import { growthOf, type ScaleFindings } from './findings.ts';
import type { Across } from './lines.ts';
import { scaleTable } from './tables.ts';

/** What the page says of how costs grow. */
export function scaleSection(findings: ScaleFindings, charts: Readonly<Record<Across, Chart>>): string {
  const part = (across: Across): string[] => [scaleTable(findings, across), chartLine(charts[across], 'what-it-costs')];
  return [
    introduction(findings),
    '### Contracts known to the page',
    contracts,
    ...part('contracts'),
    '### Subscribers of an event',
    subscribers(findings),
    ...part('subscribers'),
    '### Copies of Busbar on a page',
    copies,
    ...part('copies'),
    '### Events that are retained',
    retained,
    ...part('retained'),
    '### Coming and going',
    churn,
    ...part('churn'),
    known,
    ...part('known'),
    '### A late mount',
    mount,
    ...part('mount'),
  ].join('\n\n');
}

function introduction({ cells }: ScaleFindings): string {
  return `## What it costs when a page grows

Nanoseconds of one emit of a four-field payload with a contract of Zod, \`dom: 'off'\` and \`delivery: 'sync'\`, all handlers included, where nothing else is said. Every handler is
a function of its own; after each batch it is checked that all of them were called. Each place of each curve has a fresh page in
each round, since compilers remember what a page has done before. The quickest of some batches counts, after a warm-up that lasts until batches get no quicker, since what a machine does beside can only add to a time; what the browser
collects now and then is seldom in it.
Medians of ${timesText(cells[0]!.figures.length)}; quartiles in brackets where they differ. Curves with both axes logarithmic: what costs ten times as much for ten
times as many rises as steeply as the axis, what costs the same is level.`;
}

const contracts = `Each contract has a schema of its own, and fifty teams share them out. Ten of them, spread over all, are emitted in turns, each to one
subscriber, by the contract, as code that imports it does, and by its name.`;

function subscribers(findings: ScaleFindings): string {
  const growth = growthOf(findings, 'emit-busbar', 10, 100);
  return `Each further subscriber costs Busbar ${growth.median.toFixed(1)} ns, from 10 to 100. The others check nothing, and
only postal makes an envelope, too; with mitt, a handler that throws keeps the event from those after it.`;
}

const copies = `Each copy is a module of its own, with its own core, Zod and contracts, as the bundles of teams are. The first one emits. A copy that has joined the hub without
a subscriber should cost nothing, and subscribers in other copies what they cost in one.
Handlers of two bundles are two functions for the engine, also where their source is one, and it calls the less well what it has seen more kinds of. So
the bar holds two bundles with a copy each against the same two with one copy; the last curve has handlers of one bundle only.`;

const retained = `One subscriber. As many events are kept as the axis says, and each further event lets go of one of them: the oldest of all, or that of its key. Every event kept is of
another key then.`;

const churn = `What it costs that one of those who have subscribed to an event, whichever, unsubscribes and another one subscribes. Busbar has ten contracts on its hub, of which the
pattern fits every one.`;

const known = `The same where ten have subscribed, on a page that knows more contracts: the pattern fits ten of them still, but may have to be held against all.`;

const mount = `The time from a call of \`on\` until all retained events are handled, in microseconds: what a micro-frontend that is mounted late takes to know what came before. In default delivery
slices let the page breathe, so with many events there are pauses in it. No other contestant keeps more than ten events.`;
