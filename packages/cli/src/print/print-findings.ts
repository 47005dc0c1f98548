import { fromHere } from '../load/from-here.ts';
import type { Page } from './page.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { printAdvice, wrap } from './wrap.ts';

const styles = { error: ['red', 'bold'], warning: 'yellow', info: 'blue' } as const;
/** The column in which sentences begin: below `  warning  `. */
const column = 11;

/** Findings as a person reads them: by contract, each with its sentence, what to do, and where it is. */
export function printFindings(findings: readonly PlacedFinding[], page: Page, cwd: string): string {
  const byContract = Map.groupBy(findings, ({ contract }) => contract);
  return [...byContract]
    .map(([contract, ones]) => [page.paint('bold', contract), ...ones.map((one) => printFinding(one, page, cwd))].join('\n'))
    .join('\n\n');
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
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
