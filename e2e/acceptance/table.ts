import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { Figure } from './figure.ts';
import type { Outcome, Row } from './row.ts';

/** What came of all rows in one browser. */
export interface Column {
  readonly name: string;
  readonly version: string;
  readonly outcomes: readonly Outcome[];
}

/** The page of the documentation that the table is in. */
export const tablePage: URL = new URL('../../apps/docs/acceptance.md', import.meta.url);
const marked = /(<!-- acceptance -->\n)[\s\S]*?(\n<!-- \/acceptance -->)/;

/** Writes the table into the documentation. */
export function writeTable(rows: readonly Row[], columns: readonly Column[]): void {
  const page = readFileSync(tablePage, 'utf8');
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}`;
  const text = `Measured on ${day}, on ${machine}.\n\n${tableOf(rows, columns)}`;
  writeFileSync(
    tablePage,
    page.replace(marked, (_all, before: string, after: string) => before + text + after),
  );
}

function tableOf(rows: readonly Row[], columns: readonly Column[]): string {
  const heading = ['', 'figure', 'must hold', ...columns.map(({ name, version }) => `${name} ${version}`)];
  const lines = [heading, heading.map((_title, index) => (index < 3 ? '---' : '---:'))];
  for (const { name, what } of rows) {
    const outcomes = columns.map((column) => column.outcomes.find((outcome) => outcome.name === name)!);
    lines.push([`**${name}**`, `**${what}**`, '', ...outcomes.map(triesOf)]);
    for (const figure of figuresOf(outcomes)) {
      const cells = outcomes.map(({ figures }) => cellOf(figures.find((one) => one.name === figure.name)));
      lines.push(['', figure.name, figure.expected, ...cells]);
    }
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Every figure that some browser has, once, as far as possible in the order of the row. */
function figuresOf(outcomes: readonly Outcome[]): Figure[] {
  const byName = new Map(outcomes.flatMap(({ figures }) => figures).map((figure) => [figure.name, figure]));
  return [...byName.values()];
}

function triesOf({ tries, holds }: Outcome): string {
  return `${holds ? '✓' : '**✗**'}${tries > 1 ? ` try ${tries}` : ''}`;
}

function cellOf(figure: Figure | undefined): string {
  if (!figure) return '–';
  const text = figure.measured.split('\n')[0]!.replaceAll('|', '\\|');
  return figure.holds ? text : `**✗ ${text}**`;
}
