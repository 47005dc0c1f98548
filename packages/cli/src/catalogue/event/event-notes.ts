import { eventPath } from '../addresses.ts';
import type { CatalogueEvent, EventVersion } from '../catalogue.ts';
import { html, type Markup } from '../html/html.ts';
import { icon } from '../html/icon.ts';
import { deprecation } from '../lifecycle.ts';
import type { Page } from '../page/page.ts';
import { eventLink } from './event-link.ts';

/** What people have to know before they use this version: that it goes, went, or may still change. */
export function eventNotes(page: Page, event: CatalogueEvent, version: EventVersion): Markup {
  const leaving = deprecation(version);
  const { type, newest, removed } = event;
  return html`${removed && note('danger', html`<strong>Removed.</strong> Nobody defines this event any more. It stays here as a record.`)}
${leaving && note('warning', html`<strong>Deprecated.</strong> To be left by <strong class="number">${leaving.date}</strong>${leaving.successor !== undefined && html`; use ${eventLink(page, leaving.successor)}`}.`)}
${version.lifecycle === 'draft' && note('draft', html`<strong>Draft.</strong> Its shape may still change without a new version.`)}
${version !== newest && note('older', html`This is version ${version.version}. <a href="${page.href(eventPath(type))}">Version ${newest.version} is the newest.</a>`)}`;
}

function note(kind: 'danger' | 'warning' | 'draft' | 'older', text: Markup): Markup {
  return html`<p class="note note-${kind}">${icon('warning')}<span>${text}</span></p>`;
}
