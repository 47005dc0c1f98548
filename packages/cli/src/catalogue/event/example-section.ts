import type { EventVersion } from '../catalogue.ts';
import { codeBlock } from '../html/code-block.ts';
import { highlightJson } from '../html/highlight-json.ts';
import { html, type Markup } from '../html/html.ts';

const most = 10;

/** The examples that the contract's owner gave, as JSON. */
export function exampleSection({ examples = [] }: EventVersion): Markup | false {
  const more = examples.length - most;
  return (
    examples.length > 0 &&
    html`<section class="section" aria-labelledby="examples"><h2 id="examples">${examples.length === 1 ? 'Example' : 'Examples'}</h2>
${examples.slice(0, most).map((example, index) => codeBlock('JSON', highlightJson(example), `Example ${index + 1}`))}
${more > 0 && html`<p class="muted small">And ${more} more in the lock file.</p>`}
</section>`
  );
}
