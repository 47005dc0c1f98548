import { versionPath } from '../addresses.ts';
import type { Catalogue, CatalogueEvent, EventVersion } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import { eventLink } from '../event/event-link.ts';
import { counted } from '../html/counted.ts';
import { html, type Markup } from '../html/html.ts';
import { deprecation } from '../lifecycle.ts';
import { documentOf } from '../page/document.ts';
import { type Page, pageAt } from '../page/page.ts';
import { pageHead } from '../page/page-head.ts';
import type { VersionChange } from './compare-versions.ts';
import { verdictBadge } from './draw-change.ts';

/** What is about to go, and how every event came to its newest version. */
export function changesPage(catalogue: Catalogue, changes: ReadonlyMap<CatalogueEvent, readonly VersionChange[]>): CatalogueFile {
  const page = pageAt(catalogue, 'changes.html');
  const steps = [...changes.values()].flat();
  const main = html`${pageHead([], 'Changes', 'What is about to go, and what every version did to those before it.')}
${leavingSection(page)}
<section class="section" aria-labelledby="versions"><h2 id="versions">Versions</h2>
${steps.length > 0 ? stepTable(page, steps) : html`<p class="note">Every event is at its first version.</p>`}
</section>`;
  return { path: page.path, text: documentOf(page, { title: 'Changes', section: 'changes', main }) };
}

interface Leaving {
  readonly event: CatalogueEvent;
  readonly version: EventVersion;
  readonly date: string;
  readonly successor?: string;
}

function leavingSection(page: Page): Markup | false {
  const leaving = page.catalogue.events
    .flatMap((event) => event.versions.map((version) => ({ event, version, ...deprecation(version) })))
    .filter((entry): entry is Leaving => entry.date !== undefined)
    .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
  return (
    leaving.length > 0 &&
    html`<section class="section" aria-labelledby="leaving"><h2 id="leaving">Leaving</h2>
<ul role="list" class="rows">${leaving.map((entry) => leavingRow(page, entry))}</ul></section>`
  );
}

function leavingRow(page: Page, { event: { type, listeners }, version: { version }, date, successor }: Leaving): Markup {
  return html`<li class="row"><p class="row-name"><a class="event-name" href="${page.href(versionPath(type, version))}">${type}</a> <span class="number">v${version}</span></p>
<p class="small muted">By <strong class="number">${date}</strong>${successor && html`, in favour of ${eventLink(page, successor)}`}. ${listeners.length > 0 ? html`Heard by ${listeners.join(', ')}.` : 'Nobody is known to listen.'}</p></li>`;
}

function stepTable(page: Page, steps: readonly VersionChange[]): Markup {
  return html`<p class="muted small">${counted(steps.length, 'step')} from one version to the next.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Steps between versions"><table class="table">
<thead><tr><th scope="col">Event</th><th scope="col">Step</th><th scope="col">New listeners, old emitters</th><th scope="col">Old listeners, new emitters</th></tr></thead>
<tbody>${steps.map(
    (
      step,
    ) => html`<tr><th scope="row"><a class="event-name" href="${page.href(versionPath(step.event.type, step.current.version))}">${step.event.type}</a></th>
<td class="number">v${step.previous.version} → v${step.current.version}</td><td>${verdictBadge(step.backward)}</td><td>${verdictBadge(step.forward)}</td></tr>`,
  )}</tbody></table></div>`;
}
