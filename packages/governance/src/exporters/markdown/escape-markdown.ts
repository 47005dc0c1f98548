/**
 * A text that stands for itself in Markdown and MDX, on one line: no markup, no tag, no expression, no statement of a module comes of it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d*)([-+#=.)])/, '$1\\$2')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^(i)(?=mport\b)/, '&#105;')
    .replace(/^(e)(?=xport\b)/, '&#101;');
}

/** A text as code inside a line or a cell of a table. */
export function inlineCode(text: string): string {
  const isPlain = text !== '' && !/[`|\\\p{C}\u2028\u2029]/u.test(text) && text.trim() === text;
  return isPlain ? `\`${text}\`` : `<code>${escapeMarkdown(text)}</code>`;
}

/** JSON as a block of code, whose fence is longer than any in the text. */
export function jsonBlock(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}json\n${text}\n${fence}`;
}

/** A table; its cells have to be escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
