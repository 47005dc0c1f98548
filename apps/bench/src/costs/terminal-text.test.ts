import { expect, test } from 'vitest';
import { figuresOf, terminalText } from './terminal-text.ts';

test('tables have even columns, figures to the right, and no marks of Markdown', () => {
  const rows = ["| `dom: 'both'` | **no** |", '| a \\| `**` | 1,200 (1,100–1,300) |'];
  const table = ['| bar | held |', '| --- | ---: |', ...rows].join('\n');
  expect(terminalText(`Before.\n\n${table}\n\nAfter.`)).toBe(
    "Before.\n\nbar           held\n──────────────────\ndom: 'both'     no\na | **       1,200\n\nAfter.",
  );
});

test('of a section the figures are told: headings and tables that say something, without prose and charts', () => {
  const tables = { filled: '| a |\n| --- |\n| 1 |', empty: '| b |\n| --- |' };
  const blocks = ['## Emit', 'Words.', tables.filled, '### Words only', 'More.', '![A chart](a.svg)', '### Empty', tables.empty];
  expect(figuresOf(blocks.join('\n\n'))).toBe(`Emit\n\n${tables.filled}`);
});
