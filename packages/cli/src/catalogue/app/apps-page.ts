import { appPath } from '../addresses.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CatalogueFile } from '../catalogue-file.ts';
import { counted } from '../html/counted.ts';
import { html } from '../html/html.ts';
import { documentOf } from '../page/document.ts';
import { pageAt } from '../page/page.ts';
import { pageHead } from '../page/page-head.ts';

/** All apps that the lock file knows. */
export function appsPage(catalogue: Catalogue): CatalogueFile {
  const page = pageAt(catalogue, 'apps.html');
  const { apps } = catalogue;
  const main = html`${pageHead([], 'Apps', 'The micro-frontends that emit and listen.')}
${apps.length === 0 && html`<p class="note">No app is known yet. Name them in <code>apps</code> of <code>busbar.config.ts</code>, and <code>busbar snapshot</code> writes down who emits and who listens.</p>`}
<ul role="list" class="tiles">${apps.map(
    ({ name, emits, listens }) => html`<li class="tile"><a class="tile-name" href="${page.href(appPath(name))}">${name}</a>
<p class="small muted">Emits ${counted(emits.length, 'event')}, listens to ${listens.length}</p></li>`,
  )}</ul>`;
  return { path: page.path, text: documentOf(page, { title: 'Apps', section: 'apps', main }) };
}
