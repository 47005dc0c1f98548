import { domainPath } from '../addresses.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import { drawFlow } from '../flow/draw-flow.ts';
import { domainFlow, eventFlow, isLegible } from '../flow/event-flow.ts';
import { flowTable } from '../flow/flow-table.ts';
import { counted } from '../html/counted.ts';
import { html, type Markup } from '../html/html.ts';
import { documentOf } from '../page/document.ts';
import { type Page, pageAt } from '../page/page.ts';
import { domainSections } from './event-list.ts';
import { figures } from './figures.ts';
import { filters } from './filters.ts';

/** What this page's events are, at a glance. */
export function startPage(catalogue: Catalogue): CatalogueFile {
  const page = pageAt(catalogue, 'index.html');
  const { title, description } = catalogue.options;
  const main = html`<header class="hero"><h1>${title}</h1>
<p class="lede">${description ?? 'The events that this page’s micro-frontends talk with: what each says, who emits it and who listens.'}</p>
${figures(catalogue)}</header>
${overview(page)}
<section class="section" aria-labelledby="events"><h2 id="events" tabindex="-1">Events</h2>
${filters(catalogue)}
${catalogue.events.length > 0 ? domainSections(page, catalogue.domains) : emptyNote}
<p class="note" data-filter-none hidden>No event is like that.</p>
</section>`;
  return { path: page.path, text: documentOf(page, { description, section: 'events', main }) };
}

const emptyNote = html`<p class="note">No event is locked yet. <code>busbar snapshot</code> writes the contracts into the lock file.</p>`;

/** A picture of all events, or of all domains, or the way to the pictures of each. */
function overview(page: Page): Markup | false {
  const { events, domains, apps } = page.catalogue;
  if (apps.length === 0) return false;
  const graph = [eventFlow(events), domainFlow(domains)].find(isLegible);
  const picture = graph
    ? drawFlow(page, graph, 'Apps that emit on the left, events in the middle, apps that listen on the right')
    : html`<p class="muted">One picture of ${counted(events.length, 'event')} and ${counted(apps.length, 'app')} would be a knot. Every domain, app and event has its own.</p>
<ul role="list" class="chips">${[...domains.keys()].map((name) => html`<li><a class="chip" href="${page.href(domainPath(name))}">${name}</a></li>`)}</ul>`;
  return html`<section class="section" aria-labelledby="flow"><h2 id="flow">Who talks to whom</h2>
${picture}
${events.length <= 100 && flowTable(page, events)}
</section>`;
}
