/** Markdown as it is read on a terminal: tables in even columns and without quartiles, marks of Markdown left out. */
export function terminalText(markdown: string): string {
  return markdown.replace(/(?:^\|.*\|$\n?)+/gm, (table) => evenTable(table.trimEnd()));
}

/** The headings and the tables of a section, without its prose. */
export function figuresOf(section: string): string {
  const blocks = section.split(/\n{2,}/).filter((block) => block.startsWith('#') || isFilled(block));
  const told = blocks.filter(
    (block, index) => block.startsWith('|') || block.startsWith('## ') || blocks[index + 1]?.startsWith('|'),
  );
  return told.map((block) => block.replace(/^#+ /, '')).join('\n\n');
}

function isFilled(block: string): boolean {
  return block.startsWith('|') && block.split('\n').length > 2;
}

function evenTable(table: string): string {
  const [heading, rule, ...rows] = table.split('\n').map(cellsOf);
  const lines = [heading!, ...rows];
  const widths = heading!.map((_cell, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const isFigure = rule!.map((cell) => cell.endsWith(':'));
  const told = lines.map((cells) =>
    cells
      .map((cell, column) => (isFigure[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return `${told[0]}\n${widths.map((width) => '─'.repeat(width)).join('──')}\n${told.slice(1).join('\n')}\n`;
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(cellText);
}

function cellText(cell: string): string {
  const plain = cell
    .trim()
    .replace(/ \([^()]+–[^()]+\)/, '')
    .replaceAll('\\|', '|');
  return plain.replace(/`([^`]*)`|\*\*(.+?)\*\*/g, (_all, code: string | undefined, strong: string) => code ?? strong);
}
