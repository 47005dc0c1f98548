import { eventPath, versionPath } from '../addresses.ts';
import type { CatalogueEvent, EventVersion } from '../catalogue.ts';
import { html, Markup } from '../html/html.ts';
import { versionWord } from '../lifecycle.ts';
import type { Page } from '../page/page.ts';

/** All versions of an event, newest first, each with an address of its own. */
export function versionSwitch(page: Page, event: CatalogueEvent, current: EventVersion): Markup {
  return html`<nav class="versions" aria-label="Versions"><ul role="list" class="chips">${event.versions.map(
    (version) =>
      html`<li><a class="chip" href="${page.href(pathOf(event, version))}"${version === current && new Markup(' aria-current="page"')}>${label(event, version)}</a></li>`,
  )}</ul></nav>`;
}

function pathOf({ type, newest }: CatalogueEvent, version: EventVersion): string {
  return version === newest ? eventPath(type) : versionPath(type, version.version);
}

function label({ newest, versions }: CatalogueEvent, version: EventVersion): Markup {
  const word = versionWord(version);
  const note = versions.length === 1 ? '' : word !== 'stable' ? word : version === newest ? 'newest' : '';
  return html`<span class="visually-hidden">Version </span><span class="number"><span aria-hidden="true">v</span>${version.version}</span>${note && html` <span class="chip-note">${note}</span>`}`;
}
