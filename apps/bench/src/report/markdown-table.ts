/** A table in Markdown. The first columns are of words, as many as `words` says, the others are of figures. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[], words = 1): string {
  const rule = heading.map((_title, index) => (index < words ? '---' : '---:'));
  return [heading, rule, ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
