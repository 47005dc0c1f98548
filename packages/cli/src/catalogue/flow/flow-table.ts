import { appPath, eventPath } from '../addresses.ts';
import type { CatalogueEvent } from '../catalogue.ts';
import { html, type Markup } from '../html/html.ts';
import type { Page } from '../page/page.ts';

/** What a picture of the flow shows, in words: for screen readers, narrow pages and paper. */
export function flowTable(page: Page, events: readonly CatalogueEvent[]): Markup {
  return html`<details class="flow-words"><summary>The same as a table</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Who emits and who listens">
<table class="table"><thead><tr><th scope="col">Event</th><th scope="col">Emitted by</th><th scope="col">Listened to by</th></tr></thead>
<tbody>${events.map((event) => html`<tr><th scope="row"><a class="event-name" href="${page.href(eventPath(event.type))}">${event.type}</a></th><td>${appList(page, event.emitters)}</td><td>${appList(page, event.listeners)}</td></tr>`)}</tbody></table>
</div></details>`;
}

/** Links to apps, or the word for none. */
export function appList(page: Page, apps: readonly string[]): Markup {
  if (apps.length === 0) return html`<span class="muted">nobody known</span>`;
  return html`${apps.map((app, index) => html`${index > 0 && ', '}<a href="${page.href(appPath(app))}">${app}</a>`)}`;
}
