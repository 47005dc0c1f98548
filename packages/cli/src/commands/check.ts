import type { GateReport } from '@busbar/governance/gate';
import { judge } from '../load/judge.ts';
import { openProject, type Project } from '../load/open-project.ts';
import type { Page } from '../print/page.ts';
import { type PlacedFinding, place } from '../print/placed-finding.ts';
import { countFindings, plural, printFindings } from '../print/print-findings.ts';
import { printVerdictLine } from '../print/print-verdict-line.ts';
import { indented, printAdvice } from '../print/wrap.ts';
import { defineCommand, type Invocation } from './command.ts';

export const check = defineCommand({
  summary: 'Check the contracts against the lock file: the gate',
  details:
    'Compares every contract with all its versions in the lock file. Ends with 0 if all of them get on, with 1 if a contract ' +
    'would break somebody, with 2 if it could not be found out. Writes nothing.',
  args: {},
  examples: [
    ['busbar check', 'In a pipeline, on every pull request. Under GitHub Actions it marks the lines.'],
    ['busbar check --json', 'The same for programs.'],
    ['busbar check --config apps/contracts/busbar.config.ts', 'For one project of a monorepo.'],
  ],
  async run(_args, invocation) {
    const project = await openProject(invocation);
    const report = await judge(project, invocation);
    const findings = place(report.findings, project.positions);
    const summary = summaryOf(report, project);
    const text = textOf(report, findings, summary, invocation);
    const { contracts, counts } = report;
    return { ok: report.passed, summary, findings, text, result: { locked: project.isLocked, contracts, counts } };
  },
});

function summaryOf({ passed, contracts, counts }: GateReport, { isLocked }: Project): string {
  const breaking = contracts.filter(({ status }) => status === 'breaking').length;
  if (!passed) return `${breaking} of ${plural(contracts.length, 'contract')} would break somebody.`;
  if (!isLocked) return `${plural(contracts.length, 'contract')}, and none of them is locked yet.`;
  return `${plural(contracts.length, 'contract')} get${contracts.length === 1 ? 's' : ''} on with what is locked, in ${plural(counts.compared, 'comparison')}.`;
}

/** The verdict first; then what was found; then what waits for a snapshot, which is no trouble and would drown the rest. */
function textOf({ passed }: GateReport, findings: readonly PlacedFinding[], summary: string, { page, cwd }: Invocation): string {
  const waiting = findings.filter(({ code }) => code === 'not-locked');
  const others = findings.filter((one) => !waiting.includes(one));
  const parts = [
    printVerdictLine(passed, summary, page),
    printFindings(others, page, cwd),
    others.length > 0 && page.paint('dim', `${countFindings(others)}.`),
    printWaiting(waiting, page),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** How many versions a person reads. */
const most = 20;

function printWaiting(waiting: readonly PlacedFinding[], page: Page): string {
  if (waiting.length === 0) return '';
  const left = waiting.length > most ? [`and ${waiting.length - most} more`] : [];
  const names = [...waiting.slice(0, most).map(({ contract, version }) => `${contract}@${version}`), ...left].join(', ');
  const advice = printAdvice('Run busbar snapshot and commit the lock file.', 2, page.width);
  return [`Not in the lock file yet: ${plural(waiting.length, 'version')}`, indented(names, 2, page.width), advice].join('\n');
}
