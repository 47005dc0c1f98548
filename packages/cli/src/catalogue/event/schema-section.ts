import { schemaPath } from '../addresses.ts';
import type { CatalogueEvent, EventVersion } from '../catalogue.ts';
import { codeBlock } from '../html/code-block.ts';
import { html, type Markup } from '../html/html.ts';
import type { Page } from '../page/page.ts';
import { isSameShape } from './payload-section.ts';

const longest = 40_000;

/** The JSON Schema for machines and for those who want it exactly. */
export function schemaSection(page: Page, { type }: CatalogueEvent, { version, input, output }: EventVersion): Markup {
  const file = (side: 'input' | 'output') => page.href(schemaPath(type, version, side));
  const same = isSameShape(input, output);
  return html`<section class="section" aria-labelledby="schema"><h2 id="schema">JSON Schema</h2>
${!same && html`<p class="muted small">The bus checks what emitters give (input), and publishes what the schema makes of it (output).</p>`}
${schemaPart(same ? 'What is given and what is published' : 'What is published (output)', output, file('output'))}
${!same && schemaPart('What emitters give (input)', input, file('input'))}
</section>`;
}

function schemaPart(title: string, schema: EventVersion['output'], address: string): Markup {
  const isLong = JSON.stringify(schema).length > longest;
  return html`<details class="raw"><summary>${title}</summary>
<p class="small"><a href="${address}" download>Download as a file</a></p>
${isLong ? html`<p class="muted small">It is too long to be shown here.</p>` : codeBlock('JSON Schema 2020-12', html`${JSON.stringify(schema, null, 2)}`, `JSON Schema: ${title}`)}
</details>`;
}
