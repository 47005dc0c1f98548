import { domainPath } from '../addresses.ts';
import type { Catalogue, CatalogueEvent } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import { drawFlow } from '../flow/draw-flow.ts';
import { eventFlow, isLegible } from '../flow/event-flow.ts';
import { flowTable } from '../flow/flow-table.ts';
import { counted } from '../html/counted.ts';
import { html } from '../html/html.ts';
import { documentOf } from '../page/document.ts';
import { pageAt } from '../page/page.ts';
import { pageHead } from '../page/page-head.ts';
import { eventList } from '../start/event-list.ts';

/** The events of one domain, and their flow. */
export function domainPage(catalogue: Catalogue, domain: string, events: readonly CatalogueEvent[]): CatalogueFile {
  const page = pageAt(catalogue, domainPath(domain));
  const graph = eventFlow(events);
  const main = html`${pageHead([html`<a href="${page.href('index.html')}">Events</a>`], domain, `${counted(events.length, 'event')} of this domain.`)}
${isLegible(graph) && html`<section class="section" aria-labelledby="flow"><h2 id="flow">Flow</h2>${drawFlow(page, graph, `Who emits and who listens to the events of ${domain}`)}${flowTable(page, events)}</section>`}
<section class="section" aria-labelledby="events"><h2 id="events">Events</h2>${eventList(page, events)}</section>`;
  return { path: page.path, text: documentOf(page, { title: domain, section: 'events', main }) };
}
