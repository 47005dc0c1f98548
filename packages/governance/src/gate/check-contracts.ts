import type { LockFile } from '../lock/lock-file.ts';
import { lockedContract, lockedVersions } from '../lock/locked-versions.ts';
import type { Candidate } from './candidate.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkLifecycle } from './check-lifecycle.ts';
import { checkReads } from './check-reads.ts';
import { checkRemoval } from './check-removal.ts';
import { checkNames, checkUsage } from './check-usage.ts';
import { checkVersion, type VersionReport } from './check-version.ts';
import { type ContractCase, casesOf } from './contract-case.ts';
import { type Finding, type Severity, withSeverities } from './finding.ts';
import type { GateOptions } from './gate-options.ts';
import type { ContractStatus, ContractVerdict, GateReport } from './gate-report.ts';

interface Judgement {
  readonly findings: readonly Finding[];
  readonly verdict: ContractVerdict;
  readonly compared: number;
}

/**
 * The gate: says whether the contracts that modules define may follow on those that are locked.
 *
 * Nothing is written; `snapshot` does that. The order of the contracts does not matter.
 *
 * @example
 * const candidates = [cart.itemAdded].map((contract) => ({ contract, described: describeContract(contract) }));
 * const { passed, findings } = checkContracts(lock, candidates, { apps: { checkout: { listens: ['cart:*'] } } });
 */
export function checkContracts(lock: LockFile, candidates: readonly Candidate[], options: GateOptions = {}): GateReport {
  const defined = new Set(candidates.map(({ described }) => described.type));
  const isDefined = (type: string) => defined.has(type);
  const judgements = casesOf(lock, candidates, options).map((judged, index, { length }) => {
    options.onContract?.(judged.type, index, length);
    return judge(judged, isDefined, options);
  });
  const findings = [
    ...judgements.flatMap((judgement) => judgement.findings),
    ...withSeverities(
      checkNames(options.apps ?? {}, (type) => isDefined(type) || isLocked(lock, type)),
      options.severities,
    ),
  ];
  const count = (severity: Severity) => findings.filter((found) => found.severity === severity).length;
  return {
    passed: count('error') === 0,
    findings,
    contracts: judgements.map(({ verdict }) => verdict),
    counts: {
      contracts: judgements.length,
      compared: judgements.reduce((sum, { compared }) => sum + compared, 0),
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
  };
}

/** Whether the lock file tells of a contract by itself: then a name that nobody defines is reported as removed. */
function isLocked(lock: LockFile, type: string): boolean {
  const locked = lockedContract(lock, type);
  return locked !== undefined && !locked.removed;
}

function judge(judged: ContractCase, isDefined: (type: string) => boolean, { severities }: GateOptions): Judgement {
  const reports = judged.candidates.map((candidate) => checkVersion(judged, candidate));
  const compared = reports.flatMap(({ findings }) => findings);
  const found = [
    ...checkDefinitions(judged),
    ...compared,
    ...checkReads(judged, compared),
    ...checkLifecycle(judged, isDefined),
    ...checkRemoval(judged),
    ...checkUsage(judged),
  ];
  const findings = withSeverities(found, severities).sort((one, other) => rank(one.severity) - rank(other.severity));
  const isFailing = findings.some(({ severity }) => severity === 'error');
  return {
    findings,
    verdict: verdictOn(judged, reports.at(-1), isFailing),
    compared: reports.reduce((sum, { compared }) => sum + compared, 0),
  };
}

function verdictOn(judged: ContractCase, newest: VersionReport | undefined, isFailing: boolean): ContractVerdict {
  const version = (judged.candidates.at(-1)?.described ?? lockedVersions(judged.locked).at(-1))?.version ?? 0;
  const status: ContractStatus = isFailing ? 'breaking' : (newest?.status ?? 'removed');
  return { contract: judged.type, version, status, against: newest?.against ?? [], impact: newest?.impact ?? 'none' };
}

function rank(severity: Severity): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}
