import { type Candidate, checkContracts, type Finding, type GateOptions } from '@busbar/governance/gate';
import { describedVersions, type LockFile } from '@busbar/governance/lock';
import type { Invocation, Outcome } from '../commands/command.ts';
import { plural, printFindings } from '../print/print-findings.ts';
import { printVerdictLine } from '../print/print-verdict-line.ts';

/** A lock file, and what to call it. */
export interface NamedLock {
  readonly label: string;
  readonly lock: LockFile;
}

/**
 * What happened to the contracts from one lock file to another. Where versions do not read each other, casts that bridge them are
 * believed: the gate ran them before it let them into the lock file.
 */
export function compareLocks(old: NamedLock, now: NamedLock, options: GateOptions, { page, cwd }: Invocation): Outcome {
  const candidates = candidatesOf(now.lock);
  const report = checkContracts(old.lock, candidates, options);
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const findings = [...errors.map((one) => believeCasts(one, candidates)), ...lostVersions(old, now)];
  const changed = report.contracts.filter(({ status }) => status !== 'unchanged');
  const ok = !findings.some(({ severity }) => severity === 'error');
  const summary = `${changed.length} of ${plural(report.contracts.length, 'contract')} changed from ${old.label} to ${now.label}.`;
  const width = Math.max(0, ...changed.map(({ contract, version }) => `${contract}@${version}`.length));
  const lines = changed.map(({ contract, version, status, against }) => {
    const bridged = status === 'breaking' && !findings.some((one) => one.contract === contract && one.severity === 'error');
    const words = [bridged ? 'cast' : status, against.length > 0 && `compared with ${against.join(', ')}`].filter(Boolean);
    return `  ${`${contract}@${version}`.padEnd(width)}  ${page.paint('dim', words.join(', '))}`;
  });
  const parts = [printVerdictLine(ok, summary, page), lines.join('\n'), printFindings(findings, page, cwd)];
  const { contracts, counts } = report;
  return { ok, summary, findings, text: parts.filter(Boolean).join('\n\n'), result: { contracts, counts } };
}

function candidatesOf(lock: LockFile): Candidate[] {
  const defined = describedVersions(lock).filter(({ type }) => !lock.contracts[type]?.removed);
  return defined.map((described) => ({ described }));
}

function believeCasts(finding: Finding, candidates: readonly Candidate[]): Finding {
  const { contract, version = 0, against, direction } = finding;
  const described = candidates.find((one) => one.described.type === contract && one.described.version === version)?.described;
  if (!described || against === undefined || direction === undefined) return finding;
  const steps = direction === 'backward' ? described.casts.up : described.casts.down;
  const needed = Array.from({ length: version - against }, (_, index) => against + index);
  if (!needed.every((step) => steps.includes(step))) return finding;
  return {
    ...finding,
    severity: 'info',
    advice: `Casts bridge it: ${needed.map((step) => `${step} and ${step + 1}`).join(', ')}.`,
  };
}

/** A lock file only grows: without its history the gate would not know what to compare with. Drafts may go. */
function lostVersions({ lock: old }: NamedLock, { lock: now, label }: NamedLock): Finding[] {
  return Object.entries(old.contracts).flatMap(([contract, { versions }]) =>
    Object.entries(versions).flatMap(([number, { lifecycle }]) => {
      const isKept = now.contracts[contract]?.versions[number] !== undefined;
      if (isKept || lifecycle === 'draft') return [];
      return [lostVersion(contract, Number(number), label)];
    }),
  );
}

function lostVersion(contract: string, version: number, label: string): Finding {
  return {
    code: 'contract-removed',
    severity: 'error',
    contract,
    version,
    message: `Version ${version} of "${contract}" was locked, and ${label} does not have it any more.`,
    advice: 'Put it back: busbar snapshot keeps what is locked, also of contracts that are gone.',
  };
}
