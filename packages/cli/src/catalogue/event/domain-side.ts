import { domainPath, eventPath } from '../addresses.ts';
import type { CatalogueEvent } from '../catalogue.ts';
import { counted } from '../html/counted.ts';
import { html, Markup } from '../html/html.ts';
import type { Page } from '../page/page.ts';

const most = 40;

/** The other events of the domain, beside the page of one. */
export function domainSide(page: Page, current: CatalogueEvent): Markup {
  const events = page.catalogue.domains.get(current.domain) ?? [];
  const start = Math.max(0, Math.min(events.indexOf(current) - most / 2, events.length - most));
  const shown = events.slice(start, start + most);
  const address = page.href(domainPath(current.domain));
  return html`<nav class="side" aria-label="Events of ${current.domain}">
<p class="side-title"><a href="${address}">${current.domain}</a></p>
<ul role="list">${shown.map((event) => html`<li><a href="${page.href(eventPath(event.type))}"${event === current && new Markup(' aria-current="true"')}>${event.type.slice(current.domain.length + 1) || event.type}</a></li>`)}</ul>
${shown.length < events.length && html`<p class="small"><a href="${address}">All ${counted(events.length, 'event')}</a></p>`}
</nav>`;
}
