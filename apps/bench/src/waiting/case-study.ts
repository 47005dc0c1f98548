import type { CaseStudy } from '../report/case-study.ts';
import { chartLine } from '../report/chart.ts';
import { chartOf } from '../report/chart-of.ts';
import { savingText, spreadText, timesText } from '../report/figure-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { type ApproachName, approaches } from './approaches.ts';
import { waitingClaims } from './claims.ts';
import type { Run } from './run-scenario.ts';
import { scenarios } from './scenarios.ts';
import { outcomeOf } from './summary.ts';

/** Tells of the study of the chain of services. */
export function waitingStudy(runs: readonly Run[]): CaseStudy {
  const first = answerChart(runs, 'first-answer', 'Until the first answer', 'firstAnswer');
  const outcome = answerChart(runs, 'outcome', 'Until the outcome', 'outcome');
  const section = [
    introduction,
    runsMade(runs),
    answerTable(runs),
    chartLine(first, 'case-studies'),
    chartLine(outcome, 'case-studies'),
    conclusion(runs),
    occupationTable(runs),
    occupation,
  ].join('\n\n');
  return { claims: waitingClaims(runs), charts: [first, outcome], section };
}

function answerChart(runs: readonly Run[], file: string, title: string, figure: 'firstAnswer' | 'outcome') {
  const colours = [0, 1, 3];
  const groups = scenarios.map((scenario) => ({
    title: scenario.title,
    bars: approaches.map(({ name, title }, index) => {
      const { median, lower, upper } = outcomeOf(runs, scenario.name, name)[figure];
      return { label: title, series: colours[index]!, value: median, lower, upper };
    }),
  }));
  return chartOf(file, { title, unit: 'ms', groups });
}

function answerTable(runs: readonly Run[]): string {
  const rows = scenarios.flatMap(({ name, title }) => {
    const outcomes = approaches.map((approach) => outcomeOf(runs, name, approach.name));
    return [
      [`${title}: first answer`, ...outcomes.map(({ firstAnswer }) => spreadText(firstAnswer))],
      [`${title}: outcome`, ...outcomes.map(({ outcome }) => spreadText(outcome))],
    ];
  });
  return markdownTable(['ms', ...approaches.map(({ title }) => title)], rows);
}

function occupationTable(runs: readonly Run[]): string {
  const row = (title: string, cell: (approach: (typeof approaches)[number]['name']) => string) => [
    title,
    ...approaches.map(({ name }) => cell(name)),
  ];
  const list = (names: readonly string[], none: string) => names.join(', ') || none;
  return markdownTable(
    ['', ...approaches.map(({ title }) => title)],
    [
      row('Order, payment and fraud occupied, all is well, ms', (name) => spreadText(outcomeOf(runs, 'well', name).othersHeld)),
      row('The same while inventory takes 2 s, ms', (name) => spreadText(outcomeOf(runs, 'slow', name).othersHeld)),
      row('Services that fail when inventory says no', (name) => list(outcomeOf(runs, 'refused', name).failed, 'none')),
      row('On their books after the customer was told “cancelled”', (name) =>
        list(outcomeOf(runs, 'refused', name).left, 'none'),
      ),
    ],
  );
}

const introduction = `## Waiting: a chain of calls against events

Four services, each of which answers after 100 to 200 ms: order, payment, fraud, inventory. A service is a module of the page with a backend on a
server of this machine, and takes four orders at a time. The customer presses a real button, and what is measured is when the page says something.
In one round all three pages meet the same delays.

| page | how it works |
| --- | --- |
| Waiting calls | Order does its part and awaits payment, which does its part and awaits fraud, which does its part and awaits inventory. There is an answer when the last one is back. Nobody has written an undo. |
| Calls at their best | The page itself calls one after the other and tells the customer when the order is recorded. Fraud and inventory, which do not need each other, are called side by side with \`Promise.all\`; payment comes last, so that there is no money to give back. |
| Saga on events | \`defineSaga\` and \`defineRequest\` of \`@busbar/patterns\`, in the order of the first page: services that know events only, asked one after the other, and undone in reverse when one of them says no. |

An **answer** is a sentence about the order that could not be said when the button was pressed. The *first answer* is “is received”: the order service
has it on its books, and the customer may go. The *outcome* is “is confirmed” or “is cancelled”. Waiting calls have no first answer before the outcome, so
there both are the same. “Is on its way to us”, which all three pages say at once, is none.

Ten customers order a tenth of a second after each other. Medians of all orders; quartiles in brackets.`;

function runsMade(runs: readonly Run[]): string {
  return `Each page went through each scenario ${timesText(runs.length / scenarios.length / approaches.length)}.`;
}

function conclusion(runs: readonly Run[]): string {
  const outcome = (approach: ApproachName) => outcomeOf(runs, 'well', approach).outcome.median;
  const saving = savingText(1 - outcome('best-calls') / outcome('events'), ['less', 'more']);
  return `The work is the same in all three, and so is its sum: four parts of 100 to 200 ms. Events make none of them faster, and each request and each step
of a saga is some events by itself, so for one customer the outcome comes no earlier than by waiting calls. For ten it can, since a service that waits for
nobody takes the next order meanwhile. What differs is when the customer hears of it: after the first part instead of after the fourth. With four
parts of the same length that cannot be more than three quarters less. It becomes more only where a later part is slow.

Calls can do that as well. A page that tells its customer after the first call gives the first answer as early as events do, and with side by side what can be
side by side it takes ${saving} time than the saga until the outcome when all is well.`;
}

const occupation = `This is where the chain differs from the others: a service that waits for the next one is occupied as long as that one is. With four places each, a slow
inventory leaves no place at the order service, and the fifth customer waits at a service that is well. When inventory says no, the call of every
service before it fails, and their parts are done all the same. The saga undoes them, in more time than it takes to fail. Calls at their best fail in one place, and
keep the order on the books, for nobody has written what takes it off. Undoing can be written for calls, too; what a saga adds is that it goes on
after a reload, which is a matter of tests and not measured here.`;
