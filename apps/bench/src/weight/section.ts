import { minimalCore, minimalCoreWithRxjs } from '../../../../.ci/sizes/parts.ts';
import type { Weight } from '../../../../.ci/sizes/weight.ts';
import { type Chart, chartLine } from '../report/chart.ts';
import { figureText } from '../report/figure-text.ts';
import type { WeightFindings } from './findings.ts';
import { firstEventTable, partNamed, rivalTable, shareTable, weightTable } from './tables.ts';

/** What the page of the costs says of weight, and of the first event of a page. */
export function weightSection(findings: WeightFindings, [ofPages, ofFirstEvents]: readonly [Chart, Chart]): string {
  const { parts, pages, firstEvents } = findings;
  return [
    introduction,
    wholePages(findings),
    weightTable(pages),
    chartLine(ofPages, 'what-it-costs'),
    rivals(findings),
    rivalTable(findings),
    partsOfBusbar,
    weightTable(parts),
    firstEvent,
    firstEventTable(firstEvents),
    chartLine(ofFirstEvents, 'what-it-costs'),
    shares,
    shareTable(firstEvents),
  ].join('\n\n');
}

const introduction = `## Weight, and the first event of a page

What a bundle grows by: the packages as they are published for production, bundled and minified by Vite for an application, compressed by gzip at
level 9 and by brotli at level 11. These figures are the same each time. \`pnpm check:sizes\` measures with the same modules and holds the
parts of Busbar to limits in \`npm test\`.`;

function wholePages({ parts, pages }: WeightFindings): string {
  const core = partNamed(parts, minimalCoreWithRxjs);
  const withZod = partNamed(pages, 'Busbar + Zod');
  const lightest = [...pages].filter(({ what }) => what.startsWith('Busbar +')).sort((one, other) => one.gzip - other.gzip)[0]!;
  return `### What a page gets in all

A bus that checks what it carries needs a validator, and most of a page's bytes may be the validator's. The same contract of four fields,
written for each: with Zod, Busbar and RxJS are ${percent(core, withZod)} of ${figureText(withZod.gzip)} bytes; the lightest with a library is “${lightest.what}”
with ${figureText(lightest.gzip)}. “No library” is a function that was written for these four fields.
A page that has Zod or RxJS anyway pays for them once.`;
}

function rivals({ parts, rivals }: WeightFindings): string {
  const [bare, rxjs] = [minimalCore, minimalCoreWithRxjs].map((what) => partNamed(parts, what).gzip);
  const lighter = rivals.filter(({ minimal }) => minimal.gzip < bare!).length;
  return `### Against others

What is used is what a module needs that makes a bus, listens and emits; “all of it” is everything that the package exports. Validators are left out,
but for Trutoo's, which is a part of it. A bare \`CustomEvent\` weighs nothing. Busbar has ${figureText(bare!)} bytes, and ${figureText(rxjs! - bare!)} more of RxJS:
${lighter} of these ${rivals.length} are lighter. [Decision 014](decisions/014-size-of-the-core.md) says what the bytes are for.`;
}

const partsOfBusbar = `### Parts of Busbar

Without the libraries that an application has anyway: frameworks and stores, and the core for all that is built on it; without RxJS unless it says so. Names in
a row are what is imported.`;

const firstEvent = `### The first event of a page

A page that the browser has never seen, neither its files nor code compiled of them, in a fresh context each time: its one module makes a bus, defines an
event, subscribes, and emits. *Parsed* is parsing and compiling on all threads, *scripts* is what the main thread runs until the first handler is called,
evaluating all libraries included, both of the threads' own time, from a trace. The steps are by the page's clock, which ticks every 5 µs,
and begin when all libraries are evaluated and schemas are written. Busbar delivers in a microtask, as it does by default. Medians; quartiles in
brackets. The checks of Zod, eventify and Trutoo are in the first emit; bare \`CustomEvent\`, mitt and postal check nothing.`;

const shares = `What of that is Zod's: it alone makes the same schema and checks the same payload. What is Busbar's: the same page with a contract
that is checked by a handwritten function. The rest is what Busbar has Zod do beside checking: it asks schemas for their JSON Schema, to keep personal
fields from \`window\`.`;

function percent(part: Weight, whole: Weight): string {
  return `${Math.round((part.gzip / whole.gzip) * 100)} %`;
}
