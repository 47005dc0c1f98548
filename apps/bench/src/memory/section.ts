import { type Chart, chartLine } from '../report/chart.ts';
import { timesText } from '../report/figure-text.ts';
import type { MemoryFindings } from './findings.ts';
import { longRunTable, weightTable } from './tables.ts';

/** What the page says of memory. */
export function memorySection(
  findings: MemoryFindings,
  charts: { readonly subscription: Chart; readonly longRun: Chart },
): string {
  return [
    introduction(findings),
    '### A subscription',
    subscription,
    weightTable(findings, 'contestants'),
    chartLine(charts.subscription, 'what-it-costs'),
    options,
    weightTable(findings, 'subscriptions'),
    '### What the hub keeps',
    kept,
    weightTable(findings, 'kept'),
    '### Contracts and buses',
    made,
    weightTable(findings, 'made'),
    '### After millions of events',
    longRun,
    longRunTable(findings),
    chartLine(charts.longRun, 'what-it-costs'),
  ].join('\n\n');
}

function introduction({ weights }: MemoryFindings): string {
  return `## What it keeps in memory

Bytes of the page after all garbage was collected, as Chromium's debugger tells them: the heap of scripts, what the browser itself keeps for them (listeners of a
\`window\`, for example), and buffers. More and more things of one kind are made on a fresh page, the heap is looked at after each lot, and what is told is the slope of the
straight line through these points, so what a page needs once is not in it. Medians of ${timesText(weights[0]!.figures.length)}; quartiles in brackets where they differ.`;
}

const subscription = `Each handler is a closure of its own, which stands alone in the first line, as an item of an array, and is part of all others. What Busbar holds beside it: figures of how often and how long the handler
ran, queues, what stops it, and what was asked for.`;

const options = 'Busbar again, with other targets and options, all with one bus on a hub of its own:';

const kept = `A payload of four fields, of which one is a text of its own. A retained event is that payload, frozen, and its envelope. The events of dead letters are whole, beside the error that says what
happened: with its stack, for one that a handler threw, and what Zod has to say, for a payload that it refused. A hub keeps 1,000 letters unless it is told otherwise.`;

const made = `A contract is known to a hub from when a bus first brings it, and stays when that bus is gone; these buses are gone. A schema of Zod compiles itself when
it is first used. Buses and scopes are kept by their micro-frontends only, and hold nothing yet.`;

const longRun = `After a warm-up of a tenth of the events, the heap is looked at ten times on the way, with ten subscribers whose calls are counted. What the browser itself keeps of a page that runs, such as
code that it compiles again, is in the control: the same on mitt. What is left is what the last three looks agree on.`;
