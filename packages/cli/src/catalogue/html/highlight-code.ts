import { html, type Markup } from './html.ts';

const token =
  /(?<comment>\/\/[^\n]*|<!--.*?-->)|(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<word>\b(?:import|from|const|export|function|return|class|readonly|type|true|false|null|new|this|async|await|setup|lang)\b)|(?<number>\b\d[\d_]*(?:\.\d+)?\b)/gs;

/** TypeScript whose comments, texts, words and numbers can be told apart by colour. */
export function highlightCode(code: string): Markup {
  const parts: Markup[] = [];
  let end = 0;
  for (const match of code.matchAll(token)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? ['word'];
    parts.push(html`${code.slice(end, match.index)}<span class="code-${kind}">${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  return html`${parts}${code.slice(end)}`;
}
