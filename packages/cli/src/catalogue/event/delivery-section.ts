import type { CatalogueEvent, EventVersion } from '../catalogue.ts';
import { appList } from '../flow/flow-table.ts';
import { html, type Insert, type Markup } from '../html/html.ts';
import type { Page } from '../page/page.ts';

const mirrored: Record<NonNullable<EventVersion['dom']>, string> = {
  both: 'Mirrored to window, and heard from there',
  out: 'Mirrored to window, not heard from there',
  off: 'Not mirrored to window and not heard from there',
};

/** Who deals with the event, how it travels, and what identifies the version. */
export function deliverySection(page: Page, { emitters, listeners }: CatalogueEvent, version: EventVersion): Markup {
  const { retain, dom, ttl, hash, library } = version;
  return html`<section class="section" aria-labelledby="delivery"><h2 id="delivery">Delivery</h2>
<dl class="facts">
${fact('Emitted by', appList(page, emitters))}
${fact('Heard by', appList(page, listeners))}
${fact('Kept for late subscribers', keptWords(retain))}
${fact('Plain browser events', mirrored[dom ?? 'both'])}
${fact('Expires', ttl === undefined ? 'Never' : `After ${ttl.toLocaleString('en')} ms`)}
${fact('Fingerprint', html`<code class="hash">${hash}</code>`)}
${library !== undefined && fact('Schema made by', library)}
</dl></section>`;
}

function fact(name: string, value: Insert): Markup {
  return html`<div class="fact"><dt>${name}</dt><dd>${value}</dd></div>`;
}

function keptWords(retain: EventVersion['retain']): string {
  if (retain === undefined || retain === 0) return 'No';
  if (retain === 'latest') return 'The latest';
  return retain === 'by-key' ? 'The last ones of every key' : `The last ${retain}`;
}
