import { ownerPath } from '../addresses.ts';
import type { Catalogue, CatalogueEvent } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import { counted } from '../html/counted.ts';
import { html } from '../html/html.ts';
import { documentOf } from '../page/document.ts';
import { pageAt } from '../page/page.ts';
import { pageHead } from '../page/page-head.ts';
import { eventList } from '../start/event-list.ts';

/** All owners. */
export function ownersPage(catalogue: Catalogue): CatalogueFile {
  const page = pageAt(catalogue, 'owners.html');
  const without = catalogue.events.filter(({ newest }) => !newest.owner);
  const main = html`${pageHead([], 'Owners', 'Whom to ask before an event changes.')}
<ul role="list" class="tiles">${[...catalogue.owners].map(
    ([name, events]) => html`<li class="tile"><a class="tile-name" href="${page.href(ownerPath(name))}">${name}</a>
<p class="small muted">${counted(events.length, 'event')}</p></li>`,
  )}</ul>
${without.length > 0 && html`<section class="section" aria-labelledby="without"><h2 id="without">Without an owner</h2>${eventList(page, without)}</section>`}`;
  return { path: page.path, text: documentOf(page, { title: 'Owners', section: 'owners', main }) };
}

/** What one owner answers for. */
export function ownerPage(catalogue: Catalogue, name: string, events: readonly CatalogueEvent[]): CatalogueFile {
  const page = pageAt(catalogue, ownerPath(name));
  const main = html`${pageHead([html`<a href="${page.href('owners.html')}">Owners</a>`], name, `Answers for ${counted(events.length, 'event')}.`)}
${eventList(page, events)}`;
  return { path: page.path, text: documentOf(page, { title: name, section: 'owners', main }) };
}
