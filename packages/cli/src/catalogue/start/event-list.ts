import { domainPath, eventPath } from '../addresses.ts';
import type { CatalogueEvent } from '../catalogue.ts';
import { eventBadges, tagsOf } from '../event/event-badges.ts';
import { counted } from '../html/counted.ts';
import { html, type Markup } from '../html/html.ts';
import { lifecycleWord } from '../lifecycle.ts';
import type { Page } from '../page/page.ts';

/** Events by domain. Every row carries what filters go by. */
export function domainSections(page: Page, domains: ReadonlyMap<string, readonly CatalogueEvent[]>): Markup {
  return html`${[...domains].map(
    ([domain, events]) => html`<section class="domain" data-domain-section>
<h3 class="domain-title"><a href="${page.href(domainPath(domain))}">${domain}</a> <span class="badge" data-domain-count>${counted(events.length, 'event')}</span></h3>
${eventList(page, events)}
</section>`,
  )}`;
}

/** Rows of events: name, summary, and who deals with them. */
export function eventList(page: Page, events: readonly CatalogueEvent[]): Markup {
  return html`<ul role="list" class="event-list">${events.map((event) => eventRow(page, event))}</ul>`;
}

function eventRow(page: Page, event: CatalogueEvent): Markup {
  const { type, newest, emitters, listeners } = event;
  return html`<li class="event-row" data-event data-domain="${event.domain}" data-owner="${newest.owner}" data-lifecycle="${lifecycleWord(event)}" data-apps="${list([...emitters, ...listeners])}" data-tags="${list(tagsOf(newest))}">
<div class="event-row-text"><p class="event-row-name"><a class="event-name" href="${page.href(eventPath(type))}">${type}</a> ${eventBadges(event)}</p>
${newest.summary && html`<p class="event-row-summary">${newest.summary}</p>`}</div>
<p class="event-row-flow small muted">${side('from', emitters)}${side('to', listeners)}</p>
<p class="event-row-facts small muted"><span class="number">v${newest.version}</span>${newest.owner && html` <span>${newest.owner}</span>`}</p>
</li>`;
}

function side(word: 'from' | 'to', apps: readonly string[]): Markup {
  const names = apps.length > 0 ? html`<span class="event-row-apps">${apps.join(', ')}</span>` : html`<span>nobody known</span>`;
  return html`<span>${word} </span>${names} `;
}

/** A list in an attribute. JSON, because names may hold any character. */
function list(values: readonly string[]): string {
  return JSON.stringify([...new Set(values)]);
}
