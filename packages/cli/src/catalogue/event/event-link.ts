import { eventPath } from '../addresses.ts';
import { html, type Markup } from '../html/html.ts';
import type { Page } from '../page/page.ts';

/** A link where the catalogue has the event, its bare name elsewhere. */
export function eventLink(page: Page, type: string): Markup {
  if (!page.catalogue.byType.has(type)) return html`<code>${type}</code>`;
  return html`<a class="event-name" href="${page.href(eventPath(type))}">${type}</a>`;
}
