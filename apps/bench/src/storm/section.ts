import { customEventProfile, mittProfile } from '../contestants/profiles.ts';
import { type Chart, chartLine } from '../report/chart.ts';
import { figureText, timesText } from '../report/figure-text.ts';
import type { StormFindings } from './findings.ts';
import { weathers } from './meetings.ts';
import { unboundedOff } from './storm-contestants.ts';
import { storms, subscribers } from './storms.ts';
import { spreadIn, weathersIn } from './summary.ts';
import { fateTable, ratioTable, weatherTable } from './tables.ts';
import { titleOf } from './weather-title.ts';

/** What the page says of storms. */
export function stormSection(findings: StormFindings, charts: { readonly presses: Chart; readonly frames: Chart }): string {
  return [
    introduction(findings),
    ...weathersIn(findings).flatMap((weather) => [`### ${titleOf(weather)}`, weatherTable(findings, weather)]),
    chartLine(charts.presses, 'what-it-costs'),
    chartLine(charts.frames, 'what-it-costs'),
    '### Busbar against others in a storm',
    'Ratios formed in each round, their medians; below 1 Busbar is better.',
    ratioTable(findings, [customEventProfile.name, mittProfile.name]),
    whatItComesTo(findings),
    '### What became of the events',
    bounds,
    fateTable(findings),
    inTheEnd,
  ].join('\n\n');
}

const { 'at-once': atOnce, stream } = storms;
const count = (value: number): string => value.toLocaleString('en-GB');

function introduction(findings: StormFindings): string {
  return `## A storm over a page

More events than a page likes, for ${subscribers} subscribers, on a page that has something else to do. Two squares are moved 60 times a second, one by CSS (\`left\`) and one by \`requestAnimationFrame\`,
both by the main thread. A button is pressed by real input every 15 to 45 ms, whether or not the page has answered the press before. Each subscriber does what a micro-frontend
does: it keeps the lines of a cart by their article, adds them up and makes the text that it shows. What the contestants do beside calling handlers stands in the tables above. The storm comes

- at once: one task emits ${count(atOnce.events)} events, as careless code does that goes over a long list;
- as a stream: a worker sends a message every ${stream.every} ms, as a connection to a server would, and the page emits ${count(stream.inOneGo)} events for each,
  ${count(stream.events)} in all.

Both come over a fresh page that has had 2,000 events before, on the processor as it is (${roundsText(findings, 1)}) and on one that Chromium slows down to a quarter
(${roundsText(findings, 4)}). Medians; quartiles in brackets where they differ.

| column | what it is |
| --- | --- |
| emitting task | how long the code that emits was kept, in the longest task: with all but Busbar, the handlers run meanwhile |
| all handled after | from the first emit until the last handler and, with \`dom: 'both'\`, until \`window\` was shown what it is shown |
| main thread worked | its own time meanwhile, animation and button included: who takes longer has more frames to make |
| longest task | its own time, from the browser's trace, whatever it was: emitting, delivering, a frame or presses. Browsers call a task long from 50 ms on |
| delivering | the longest task in which Busbar calls handlers; where it emitted before, what it did after that |
| frames lost | that were due, and not made |
| press waited, at worst | from the time stamp of a press until its listener ran: half of them, and the one that waited longest |
| shown at worst after | until the frame was made that shows the press |`;
}

function roundsText(findings: StormFindings, slowedBy: number): string {
  const rounds = new Set(findings.filter((run) => run.slowedBy === slowedBy).map(({ round }) => round));
  return rounds.size === 0 ? 'not measured' : timesText(rounds.size);
}

function whatItComesTo(findings: StormFindings): string {
  const [weather] = weathers;
  const figure = (name: string, figure: 'emitting' | 'longestAfter' | 'press' | 'total') =>
    spreadIn(findings, weather!, name, figure).median;
  const emitting = (name: string) => figureText(figure(name, 'emitting'));
  const nanoseconds = (name: string) => figureText(Math.round((figure(name, 'emitting') * 1e6) / atOnce.events / subscribers));
  return `Code that emits ${count(atOnce.events)} events in one task makes a long task with any bus: with Busbar it has each payload copied, checked, frozen and put into a queue, which took ${emitting(unboundedOff)} ms with
\`dom: 'off'\`. What a bus can put off is what others do with the events. With all others here the task goes on until the last handler is done: ${emitting(customEventProfile.name)} ms with a bare CustomEvent, ${emitting(mittProfile.name)} ms with
mitt. With Busbar the handlers run in tasks after it, of which the longest was ${figureText(figure(unboundedOff, 'longestAfter'))} ms, and half of the presses were answered within ${figureText(figure(unboundedOff, 'press'))} ms. The price is
that all is handled later, since frames and presses have their turn in between, and Busbar does more for each event: after ${figureText(figure(unboundedOff, 'total'))} ms against ${figureText(figure(mittProfile.name, 'total'))} ms with mitt.

Whether that pays depends on the handlers. mitt adds next to nothing to them, so its task says what these here take, about ${nanoseconds(mittProfile.name)} ns a call. Handlers that take less than ${nanoseconds(unboundedOff)} ns each are done
sooner inside mitt's \`emit\` than Busbar has taken in the events; slower ones hold up the page for as long as there are events, and Busbar does not. In a stream each task is short by itself, and
what differs most is how much the main thread has to work.`;
}

const bounds = `A queue that has no bound takes all memory there is, so [Busbar's have one](guarantees.md#bounds): by default 10,000 events wait for a subscriber. A storm at once is ten times as many, so the tables above
have the bound taken away (\`maxQueue: Infinity\`), as a team does whose events must all be handled. Left as it is, the bound makes a dead letter of each event past it, for each subscriber, of which the
newest 1,000 are kept; whose events say a new state asks for \`overflow: 'latest-by-key'\` and has the last state of each article. \`window\` is shown 10,000 events that wait and no more, whatever subscribers ask for;
the others are dead letters of \`window\`. Dead letters in a stream say that the page could not keep up with it: all others here call their handlers all the same, and what waits then is the page.`;

const inTheEnd = `No bar was set for storms. What promise 4 says of them is held by tests: handlers that block for 50 µs each [leave no task over 50 ms, 55 frames a second and clicks within 100 ms](../../e2e/specs/fluid-page.spec.ts).`;
