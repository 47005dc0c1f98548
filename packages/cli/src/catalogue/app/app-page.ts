import { appPath } from '../addresses.ts';
import { byName, type Catalogue, type CatalogueApp, type CatalogueEvent } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import { eventLink } from '../event/event-link.ts';
import { drawFlow } from '../flow/draw-flow.ts';
import { appFlow, isLegible } from '../flow/event-flow.ts';
import { counted } from '../html/counted.ts';
import { html, type Markup } from '../html/html.ts';
import { deprecation } from '../lifecycle.ts';
import { documentOf } from '../page/document.ts';
import { type Page, pageAt } from '../page/page.ts';
import { pageHead } from '../page/page-head.ts';
import { eventList } from '../start/event-list.ts';

/** What an app emits and hears, and who is on the other end. */
export function appPage(catalogue: Catalogue, app: CatalogueApp): CatalogueFile {
  const page = pageAt(catalogue, appPath(app.name));
  const graph = appFlow(app);
  const main = html`${pageHead([html`<a href="${page.href('apps.html')}">Apps</a>`], app.name, `Emits ${counted(app.emits.length, 'event')}, listens to ${app.listens.length}.`)}
${leavingNotes(page, app)}
${isLegible(graph) && html`<section class="section" aria-labelledby="flow"><h2 id="flow">Flow</h2>${drawFlow(page, graph, `Events that ${app.name} listens to on the left, events that it emits on the right`)}</section>`}
<section class="section" aria-labelledby="impact"><h2 id="impact">What would break</h2>
<div class="meetings">
${neighbours(page, `Apps that hear ${app.name}`, 'They notice when it emits something else, or nothing.', app.emits, ({ listeners }) => listeners, app)}
${neighbours(page, `Apps that ${app.name} hears`, 'It notices when they emit something else, or nothing.', app.listens, ({ emitters }) => emitters, app)}
</div></section>
${events(page, 'emits', 'Emits', app.emits)}
${events(page, 'listens', 'Listens to', app.listens)}`;
  return { path: page.path, text: documentOf(page, { title: app.name, section: 'apps', main }) };
}

function events(page: Page, id: string, title: string, list: readonly CatalogueEvent[]): Markup | false {
  return (
    list.length > 0 &&
    html`<section class="section" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${eventList(page, list)}</section>`
  );
}

function leavingNotes(page: Page, { emits, listens }: CatalogueApp): Markup[] {
  return [...new Set([...emits, ...listens])].flatMap(({ type, newest }) => {
    const leaving = deprecation(newest);
    if (!leaving) return [];
    const { date, successor } = leaving;
    return [
      html`<p class="note note-warning">${eventLink(page, type)} goes on <strong class="number">${date}</strong>${successor && html`; use ${eventLink(page, successor)}`}.</p>`,
    ];
  });
}

/** The apps at the other end of some events, and which events tie them. */
function neighbours(
  page: Page,
  title: string,
  sentence: string,
  list: readonly CatalogueEvent[],
  appsOf: (event: CatalogueEvent) => readonly string[],
  self: CatalogueApp,
): Markup {
  const names = [...new Set(list.flatMap(appsOf))].filter((name) => name !== self.name).sort(byName);
  const ties = (name: string) => list.filter((event) => appsOf(event).includes(name));
  return html`<section class="card"><h3>${title}</h3>
${
  names.length === 0
    ? html`<p class="muted small">None is known.</p>`
    : html`<p class="muted small">${sentence}</p>
<ul role="list" class="ties">${names.map((name) => html`<li><a href="${page.href(appPath(name))}">${name}</a> <span class="small muted">through ${ties(name).map(({ type }, index) => html`${index > 0 && ', '}${eventLink(page, type)}`)}</span></li>`)}</ul>`
}
</section>`;
}
