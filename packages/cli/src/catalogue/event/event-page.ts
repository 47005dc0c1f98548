import { domainPath, eventPath, ownerPath, versionPath } from '../addresses.ts';
import type { Catalogue, CatalogueEvent, EventVersion } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import type { VersionChange } from '../changes/compare-versions.ts';
import { drawChange } from '../changes/draw-change.ts';
import { drawFlow } from '../flow/draw-flow.ts';
import { eventFlow, isLegible } from '../flow/event-flow.ts';
import { html, type Markup } from '../html/html.ts';
import { documentOf } from '../page/document.ts';
import { type Page, pageAt } from '../page/page.ts';
import { pageHead } from '../page/page-head.ts';
import { castWords } from './cast-words.ts';
import { deliverySection } from './delivery-section.ts';
import { domainSide } from './domain-side.ts';
import { versionBadges } from './event-badges.ts';
import { eventNotes } from './event-notes.ts';
import { exampleSection } from './example-section.ts';
import { payloadSection } from './payload-section.ts';
import { schemaSection } from './schema-section.ts';
import { useSection } from './use-section.ts';
import { versionSwitch } from './version-switch.ts';

/** Everything about an event in one of its versions. The newest one lies at the address of the event itself. */
export function eventPage(
  catalogue: Catalogue,
  event: CatalogueEvent,
  version: EventVersion,
  change: VersionChange | undefined,
): CatalogueFile {
  const isNewest = version === event.newest;
  const page = pageAt(catalogue, isNewest ? eventPath(event.type) : versionPath(event.type, version.version));
  const title = isNewest ? event.type : `${event.type} v${version.version}`;
  const main = html`${head(page, event, version)}
<div class="event-body">
<div class="event-main">${payloadSection(version)}</div>
<div class="event-code">${exampleSection(version)}${isNewest && useSection(page, event, version)}</div>
<div class="event-more">${flowSection(page, event)}
${change && changeSection(change)}
${deliverySection(page, event, version)}
${schemaSection(page, event, version)}</div>
</div>`;
  const parts = { title, description: version.summary, section: 'events', main, side: domainSide(page, event) } as const;
  return { path: page.path, text: documentOf(page, parts) };
}

function head(page: Page, event: CatalogueEvent, version: EventVersion): Markup {
  const { type, domain } = event;
  const trail = [
    html`<a href="${page.href('index.html')}">Events</a>`,
    html`<a href="${page.href(domainPath(domain))}">${domain}</a>`,
  ];
  const { owner, summary } = version;
  return html`${pageHead(trail, html`<span class="event-title">${breakable(type)}</span>`, summary)}
<div class="event-facts">${versionSwitch(page, event, version)}
<p class="event-badges">${versionBadges(event, version)}</p>
<p class="small">${owner ? html`Owned by ${ownerLink(page, owner)}` : html`<span class="muted">Without an owner</span>`}</p></div>
${eventNotes(page, event, version)}`;
}

/** Who owned an older version only has no page. */
function ownerLink(page: Page, owner: string): Markup {
  return page.catalogue.owners.has(owner) ? html`<a href="${page.href(ownerPath(owner))}">${owner}</a>` : html`${owner}`;
}

/** Lets a long name break where its words begin. */
function breakable(type: string): Markup[] {
  return type.split(/(?<=[:.\-_])|(?=[A-Z])/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`);
}

function flowSection(page: Page, event: CatalogueEvent): Markup | false {
  const graph = eventFlow([event]);
  return (
    isLegible(graph) &&
    html`<section class="section" aria-labelledby="flow"><h2 id="flow">Flow</h2>${drawFlow(page, graph, `Who emits ${event.type} and who listens`)}</section>`
  );
}

function changeSection(change: VersionChange): Markup {
  return html`<section class="section" aria-labelledby="change"><h2 id="change">Since version ${change.previous.version}</h2>
${drawChange(change)}
<p class="small muted">${castWords(change)}</p></section>`;
}
