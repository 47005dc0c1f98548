import { placeWords } from '@busbar/governance/lock';
import { fileNameOf } from '../addresses.ts';
import { byName, type Catalogue, type CatalogueEvent } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import { tagsOf } from '../event/event-badges.ts';
import { eventLink } from '../event/event-link.ts';
import { appList } from '../flow/flow-table.ts';
import { counted } from '../html/counted.ts';
import { html, type Markup } from '../html/html.ts';
import { documentOf } from '../page/document.ts';
import { type Page, pageAt } from '../page/page.ts';
import { pageHead } from '../page/page-head.ts';

const meanings: Record<string, string> = { pii: 'Personal data: which fields carry it, from which app to which.' };

/** Where tagged data travels, tag by tag; personal data comes first. */
export function tagsPage(catalogue: Catalogue): CatalogueFile {
  const page = pageAt(catalogue, 'tags.html');
  const names = [...new Set(catalogue.events.flatMap(({ newest }) => tagsOf(newest)))].sort(piiFirst);
  const main = html`${pageHead([], 'Tags', 'Where tagged events and fields travel, by the newest version of each event.')}
${names.length === 0 ? html`<p class="note">No event and no field has a tag. <code>.meta({ tags: ['pii'] })</code> on a field gives it one.</p>` : html`<nav aria-label="Tags"><ul role="list" class="chips">${names.map((name) => html`<li><a class="chip" href="#${tagAnchor(name)}">${name}</a></li>`)}</ul></nav>`}
${names.map((name) => tagSection(page, name))}`;
  return { path: page.path, text: documentOf(page, { title: 'Tags', section: 'tags', main }) };
}

/** The id of a tag's part of the page. */
export function tagAnchor(name: string): string {
  return `tag-${fileNameOf(name)}`;
}

function tagSection(page: Page, name: string): Markup {
  const events = page.catalogue.events.filter(({ newest }) => tagsOf(newest).includes(name));
  return html`<section class="section" aria-labelledby="${tagAnchor(name)}">
<h2 id="${tagAnchor(name)}"><span class="badge badge-large ${name === 'pii' ? 'badge-personal' : 'badge-tag'}">${name}</span> <span class="section-count">${counted(events.length, 'event')}</span></h2>
${Object.hasOwn(meanings, name) && html`<p class="muted">${meanings[name]}</p>`}
<div class="scroll" tabindex="0" role="region" aria-label="Events with the tag ${name}"><table class="table">
<thead><tr><th scope="col">Event</th><th scope="col">Fields</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
<tbody>${events.map((event) => tagRow(page, name, event))}</tbody></table></div></section>`;
}

function tagRow(page: Page, name: string, event: CatalogueEvent): Markup {
  const places = Object.entries(event.newest.fieldTags).filter(([, tags]) => tags.includes(name));
  return html`<tr><th scope="row">${eventLink(page, event.type)}</th>
<td>${places.length > 0 ? places.map(([place]) => html`<code class="place">${placeWords(place) || 'the payload'}</code> `) : html`<span class="muted">the event</span>`}</td>
<td>${appList(page, event.emitters)}</td><td>${appList(page, event.listeners)}</td></tr>`;
}

function piiFirst(one: string, other: string): number {
  return Number(other === 'pii') - Number(one === 'pii') || byName(one, other);
}
