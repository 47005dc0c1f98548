import { html, type Insert, type Markup } from '../html/html.ts';

/** Where a page is, what it is called, and the sentence below. */
export function pageHead(trail: readonly Insert[], title: Insert, lede?: Insert): Markup {
  return html`<header class="page-head">
${trail.length > 0 && html`<nav aria-label="Breadcrumb"><ol role="list" class="trail">${trail.map((step) => html`<li>${step}</li>`)}</ol></nav>`}
<h1>${title}</h1>
${lede && html`<p class="lede">${lede}</p>`}
</header>`;
}
