import type { CaseStudy } from '../report/case-study.ts';
import { chartLine } from '../report/chart.ts';
import { savingText, timesText } from '../report/figure-text.ts';
import { reRenderCharts } from './charts.ts';
import { reRenderClaims, savedRenders } from './claims.ts';
import type { PageSize } from './page/page-size.ts';
import type { ReRenders, Visit } from './study.ts';
import { rendersOfVisit, scriptOfVisit } from './summary.ts';
import { byKind, paintTable, rendersBySize, scriptBySize, weightTable } from './tables.ts';
import type { VariantName } from './variants.ts';
import { visit } from './visit.ts';

/** Tells of the study of re-renders. */
export function reRenderStudy(study: ReRenders): CaseStudy {
  const { visits } = study;
  const { renders, script, paint } = reRenderCharts(visits);
  const section = [
    introduction,
    visitsMade(visits),
    rendersBySize(visits),
    chartLine(renders, 'case-studies'),
    conclusion(visits),
    byKind(visits, 'renders', 15),
    '### Script time',
    scriptIntroduction(visits),
    scriptBySize(visits),
    chartLine(script, 'case-studies'),
    byKind(visits, 'script', 60),
    '### Time to next paint',
    paintIntroduction,
    paintTable(visits),
    chartLine(paint, 'case-studies'),
    '### Weight',
    'All of the page in one script. Busbar brings the core, RxJS and Zod along, and checks every event against its schema; the store checks nothing.',
    weightTable(study),
  ].join('\n\n');
  return { claims: reRenderClaims(visits), charts: [renders, script, paint], section };
}

const introduction = `## Renders: one store against events

The page is a shop of fifteen sections: account, greeting, cart badge, urgent news, search, categories, forty products, cart, sum,
delivery, last added, recommendations, list of news, orders and points. With 60 micro-frontends there are 45 teasers more:
fifteen products, fifteen prompts for reviews and fifteen offers. All pages are made of the same views, so only the way in which
these come to their data differs. After each action the HTML of all sections is compared: a page that shows anything else than the
others fails the run.

| page | how it is written |
| --- | --- |
| One store, as usual | Redux Toolkit and React Redux, one store of three big slices. Of the fifteen sections seven derive a new array or object in \`useSelector\` or \`mapState\` (a filtered list, a sorted list, \`{ lines, customer }\`), five take their whole slice, three take just what they show; of the teasers a third each. Nothing is memoised. React Redux warns of some of these selectors in development. |
| One store, tuned | The same store. Selectors are memoised with \`createSelector\`, take as little as possible and are compared with \`shallowEqual\` where they answer lists; cards and rows are \`memo\` and select for themselves. |
| Busbar, plain | State is where it belongs: the cart in the panel of the cart, the filter in the search box. Everybody else hears of it by events. Sections take whole payloads with \`useEventState\`; nothing is memoised. |
| Busbar, tuned | The same events. Sections \`select\` what they show; cards and rows are \`memo\` and select for themselves, as on the tuned store. |

With 15 and with 60 micro-frontends each has a React root of its own: on the store with a \`Provider\` of the one shared store, on Busbar
with a bus of its own on the shared hub. That is what micro-frontends that share a store do. With one micro-frontend all fifteen
sections are in one root, as in an application that is built as one piece. All of a page is in one bundle, so that every page loads
React once; a page of separately built bundles would load more, whichever way they talk.

A visit is ${visit.length} actions: log in, add three times to the cart, change two quantities, type four letters into the filter, hear two
news of the server, log out. Clicks and keys are real input, through the browser; news come as messages to the window. A render is one run of
the body of a view; containers that only fetch data for a view are not counted beside it, on any page. Medians; quartiles in
brackets where they differ.`;

function visitsMade(visits: readonly Visit[]): string {
  const { count } = rendersOfVisit(visits, { variant: 'store-usual', size: 60 });
  return `Each page was visited ${timesText(count)} in each size, and with 15 and 60 micro-frontends as often on a processor slowed down to a quarter.`;
}

function conclusion(visits: readonly Visit[]): string {
  const saved = (from: VariantName, to: VariantName, size: PageSize) => savingText(savedRenders(visits, size, from, to));
  return `What saves renders is to take no more than is shown and to memoise rows, on a store and on events alike. Tuning the store, without
any event, leaves ${saved('store-usual', 'store-tuned', 15)} with 15 micro-frontends and ${saved('store-usual', 'store-tuned', 60)} with 60. What events do by
themselves is narrower: a section cannot hear of what it did not ask for, so news of the server, for example, render nothing but news, however carelessly
the rest is written. That is ${saved('store-usual', 'events-plain', 15)} with 15 micro-frontends, and ${saved('store-usual', 'events-plain', 60)} with 60. Where both sides are
tuned, events render ${saved('store-tuned', 'events-tuned', 15)} with 15 and ${saved('store-tuned', 'events-tuned', 60)} with 60: a team that tunes its store gains nothing here
by leaving it.`;
}

function scriptIntroduction(visits: readonly Visit[]): string {
  const script = (variant: VariantName, after: number) => scriptOfVisit(visits, { variant, size: 60 }, after).median;
  const more = (from: VariantName, to: VariantName, after = 0) =>
    savingText(1 - script(to, after) / script(from, after), ['less', 'more']);
  return `Milliseconds in which the main thread ran scripts between an input and the paint that shows what came of it, microtasks included, as Chromium's
tracing counts them: the thread's own time, without what other programs took. Fewer renders are not less script: with 60 micro-frontends the tuned
page on Busbar takes ${more('store-usual', 'events-tuned')} than the usual store and ${more('store-tuned', 'events-tuned')} than the tuned one, and after the first action
${more('store-usual', 'events-tuned', 1)} and ${more('store-tuned', 'events-tuned', 1)}. Each event is checked, frozen and
delivered to each subscription by itself, while a store calls selectors in a loop. \`log in\` is the first action of a visit, so the browser runs most of it for the first time.`;
}

const paintIntroduction = `Milliseconds from the time stamp of the input to the end of the frame that shows what came of it. A frame comes every 16.7 ms, so on this machine
what is measured is mostly the wait for the next one. Where Chromium slows the processor down to a quarter, as
on a slow device, work begins to show.`;
