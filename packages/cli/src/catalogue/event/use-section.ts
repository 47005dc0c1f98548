import type { CatalogueEvent, EventVersion } from '../catalogue.ts';
import { codeBlock } from '../html/code-block.ts';
import { highlightCode } from '../html/highlight-code.ts';
import { html, Markup } from '../html/html.ts';
import type { Page } from '../page/page.ts';
import { type Snippet, snippetsOf } from '../snippets/snippets.ts';

/** How the event is emitted and heard, by framework: tabs with the script, one below the other without. */
export function useSection(page: Page, event: CatalogueEvent, version: EventVersion): Markup {
  const snippets = snippetsOf(event, version, page.catalogue.options.importFrom);
  return html`<section class="section" aria-labelledby="use"><h2 id="use">Use it</h2>
<div class="tabs" data-tabs="framework">
<div class="tab-list needs-script" role="tablist" aria-label="Framework">${snippets.map(tab)}</div>
${snippets.map(panel)}
</div></section>`;
}

function tab({ name }: Snippet, index: number): Markup {
  const id = idOf(name);
  const state = new Markup(index === 0 ? 'aria-selected="true"' : 'aria-selected="false" tabindex="-1"');
  return html`<button type="button" class="tab" role="tab" id="tab-${id}" aria-controls="panel-${id}" ${state}>${name}</button>`;
}

function panel({ name, emit, listen }: Snippet, index: number): Markup {
  return html`<div class="tab-panel${index > 0 && ' tab-panel-behind'}" role="tabpanel" id="panel-${idOf(name)}" aria-labelledby="tab-${idOf(name)}">
<h3 class="without-script">${name}</h3>
${codeBlock('Emit', highlightCode(emit), `Emit with ${name}`)}
${codeBlock('Listen', highlightCode(listen), `Listen with ${name}`)}
</div>`;
}

function idOf(name: string): string {
  return name.toLowerCase();
}
