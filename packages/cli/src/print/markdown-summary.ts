import { relative } from 'node:path';
import type { PlacedFinding } from './placed-finding.ts';

const signs = { error: 'error', warning: 'warning', info: 'note' };

/** What a command found, in Markdown, for the page of a workflow run. */
export function summarizeInMarkdown(title: string, summary: string, findings: readonly PlacedFinding[], folder: string): string {
  const rows = findings.map(
    ({ severity, contract, version, message, advice, file, line }) =>
      `| ${[
        signs[severity],
        `\`${contract}${version === undefined ? '' : `@${version}`}\``,
        `${message} ${advice}`,
        file ? `\`${relative(folder, file).replaceAll('\\', '/')}:${line}\`` : '',
      ]
        .map(cell)
        .join(' | ')} |`,
  );
  const table = rows.length === 0 ? [] : ['', '| | contract | finding | where |', '| --- | --- | --- | --- |', ...rows];
  return [`## ${title}`, '', summary, ...table, ''].join('\n');
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('<', '&lt;');
}
