import { html, type Markup } from './html.ts';
import { icon } from './icon.ts';

/** Code that scrolls by itself, below its title and a button that copies it. */
export function codeBlock(title: string, code: Markup, name = title): Markup {
  return html`<div class="code">
<div class="code-head"><p>${title}</p><button type="button" class="button button-plain button-small needs-script" data-copy>${icon('copy')}<span data-copy-label>Copy</span><span class="visually-hidden"> ${name}</span></button></div>
<pre tabindex="0" role="region" aria-label="${name}"><code>${code}</code></pre>
</div>`;
}
