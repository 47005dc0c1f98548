export type { Candidate } from './gate/candidate.ts';
export { checkContracts } from './gate/check-contracts.ts';
export {
  type Finding,
  type FindingCode,
  type GateCode,
  gateSeverities,
  type LintCode,
  lintSeverities,
  type Severities,
  type Severity,
} from './gate/finding.ts';
export type { GateOptions, GateRules } from './gate/gate-options.ts';
export type { ContractStatus, ContractVerdict, GateReport } from './gate/gate-report.ts';
export { type LintOptions, lintContracts } from './gate/lint/lint-contracts.ts';
