import { fromHere } from '../load/from-here.ts';
import type { Page } from './page.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { printAdvice, wrap } from './wrap.ts';

const styles = { error: ['red', 'bold'], warning: 'yellow', info: 'blue' } as const;
/** How many notes a person reads. Of errors and warnings none is left out. */
const most = 20;
/** The column in which sentences begin: below `  warning  `. */
const column = 11;

/** Findings as a person reads them: by contract, each with its sentence, what to do, and where it is. */
export function printFindings(findings: readonly PlacedFinding[], page: Page, cwd: string): string {
  const notes = findings.filter(({ severity }) => severity === 'info');
  const left = new Set(notes.slice(most));
  const byContract = Map.groupBy(
    findings.filter((one) => !left.has(one)),
    ({ contract }) => contract,
  );
  const parts = [...byContract].map(([contract, ones]) =>
    [page.paint('bold', contract), ...ones.map((one) => printFinding(one, page, cwd))].join('\n'),
  );
  return [...parts, ...(left.size > 0 ? [`And ${plural(left.size, 'note')} more: --json has all.`] : [])].join('\n\n');
}

function printFinding(finding: PlacedFinding, page: Page, cwd: string): string {
  const label = page.paint(styles[finding.severity], finding.severity.padEnd(column - 4));
  const [first = '', ...more] = wrap(finding.message, page.width - column);
  const rest = more.map((line) => `${' '.repeat(column)}${line}`);
  const advice = finding.advice ? [printAdvice(finding.advice, column, page.width)] : [];
  const place = [finding.file && `${fromHere(finding.file, cwd)}:${finding.line}`, finding.code].filter(Boolean).join('  ');
  return [`  ${label}  ${first}`, ...rest, ...advice, `${' '.repeat(column)}${page.paint('dim', place)}`].join('\n');
}

/** `1 error, 2 warnings`: only what there is. */
export function countFindings(findings: readonly PlacedFinding[]): string {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity === 'info' ? 'note' : severity)];
  });
  return words.join(', ') || 'nothing found';
}

/** `1 contract`, `2 contracts`. */
export function plural(count: number, word: string): string {
  return `${inGroups(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** `1,000`. */
function inGroups(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
