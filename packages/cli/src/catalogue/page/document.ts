import { html, type Markup } from '../html/html.ts';
import type { Page } from './page.ts';
import { siteHeader } from './site-header.ts';

/** What differs from page to page. */
export interface DocumentParts {
  /** Names the page in tabs and search results; the catalogue's title follows it. Absent on the start page. */
  readonly title?: string;
  readonly description?: string | undefined;
  /** The entry of the navigation that this page belongs to. */
  readonly section?: 'events' | 'apps' | 'owners' | 'tags' | 'changes';
  readonly main: Markup;
  /** What stands before the main part on wide pages. */
  readonly side?: Markup | undefined;
}

/** A whole HTML document. Nothing in it is inline script or style, so that a strict Content-Security-Policy lets it live. */
export function documentOf(page: Page, { title, description, section, main, side }: DocumentParts): string {
  const { options } = page.catalogue;
  const name = title === undefined ? options.title : `${title} · ${options.title}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
${description && html`<meta name="description" content="${description}">`}
${options.baseUrl && html`<link rel="canonical" href="${absolute(options.baseUrl, page.path)}">`}
<link rel="icon" href="${page.href('favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${page.href('catalogue.css')}">
<script src="${page.href('theme.js')}"></script>
<script src="${page.href('catalogue.js')}" defer></script>
</head>
<body>
<a class="skip-link" href="#main">Skip to content</a>
${siteHeader(page, section)}
<div class="frame${side && ' frame-sided'}">
${side}
<main id="main" tabindex="-1">
${main}
</main>
</div>
<footer class="site-footer"><p>Made by <code>busbar docs</code> from the lock file${options.generatedAt && `, ${options.generatedAt}`}.</p></footer>
</body>
</html>
`.text;
}

/** The address of a file where the catalogue is served. */
export function absolute(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}
