import { html, Markup } from '../html/html.ts';
import { icon } from '../html/icon.ts';
import type { DocumentParts } from './document.ts';
import type { Page } from './page.ts';

const sections = [
  { name: 'events', label: 'Events', path: 'index.html' },
  { name: 'apps', label: 'Apps', path: 'apps.html' },
  { name: 'owners', label: 'Owners', path: 'owners.html' },
  { name: 'tags', label: 'Tags', path: 'tags.html' },
  { name: 'changes', label: 'Changes', path: 'changes.html' },
] as const;

/** The catalogue's sign: a bar, and what is bolted to it. */
export const mark = new Markup(
  '<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><rect x="1" y="5" width="22" height="5" rx="1"/><rect x="4" y="10" width="4" height="10" rx="1"/><rect x="10" y="10" width="4" height="6" rx="1"/><rect x="16" y="10" width="4" height="10" rx="1"/></svg>',
);

/** What stands at the head of every page: where you are, where you can go, search and theme. */
export function siteHeader(page: Page, current: DocumentParts['section']): Markup {
  return html`<header class="site-header">
<a class="brand" href="${page.href('index.html')}">${mark}<span>${page.catalogue.options.title}</span></a>
<nav class="site-nav" aria-label="Catalogue"><ul role="list">${sections.map(
    ({ name, label, path }) =>
      html`<li><a href="${page.href(path)}"${name === current && new Markup(' aria-current="true"')}>${label}</a></li>`,
  )}</ul></nav>
${searchBox()}
<button type="button" class="theme-button button button-plain button-icon needs-script" data-theme-button aria-label="Dark theme" aria-pressed="false">${icon('theme')}</button>
</header>`;
}

/** Search needs the script; without it the list on the start page and the browser's own search are there. */
function searchBox(): Markup {
  return html`<form class="search needs-script" role="search" data-search>
<label class="visually-hidden" for="search">Search events, fields, apps, owners and tags</label>
<div class="search-box">${icon('search')}
<input class="search-input" id="search" type="search" role="combobox" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="Search" aria-keyshortcuts="/">
<kbd aria-hidden="true">/</kbd></div>
<div class="search-results" id="search-results" role="listbox" aria-label="Results" hidden></div>
<p class="search-status" role="status" data-search-status></p>
</form>`;
}
