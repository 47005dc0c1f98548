import type { Difference } from '../compare/difference.ts';
import type { Direction } from '../compatibility/compatibility-mode.ts';

/** `error` closes the gate, `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** What the gate may find, and how bad each is. */
export const gateSeverities = {
  'changed-in-place': 'error',
  'backward-incompatible': 'error',
  'forward-incompatible': 'error',
  'unchecked-change': 'warning',
  'cast-failed': 'error',
  'cast-unproven': 'warning',
  'cast-from-unknown': 'info',
  'contract-removed': 'error',
  'removed-before-date': 'error',
  'version-lowered': 'error',
  'schema-unreadable': 'error',
  'conflicting-definitions': 'error',
  'fingerprint-mismatch': 'error',
  'read-field-removed': 'error',
  'field-unread': 'info',
  'not-locked': 'warning',
  'unseen-refinement': 'warning',
  'lifecycle-reversed': 'error',
  'deprecation-date-invalid': 'error',
  'successor-missing': 'error',
  'deprecated-in-use': 'warning',
  'never-emitted': 'info',
  'never-heard': 'info',
  'unknown-event': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** What lint may find, and how bad each is unless told otherwise. */
export const lintSeverities = {
  'past-tense': 'warning',
  'name-too-long': 'warning',
  'summary-missing': 'warning',
  'owner-missing': 'warning',
  'example-missing': 'warning',
  'example-invalid': 'error',
  'unused-version': 'warning',
  'not-plain-data': 'error',
  'field-undescribed': 'info',
} as const satisfies Readonly<Record<string, Severity>>;

export type GateCode = keyof typeof gateSeverities;
export type LintCode = keyof typeof lintSeverities;
export type FindingCode = GateCode | LintCode;

/** One thing that somebody should know or do something about. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The name of the contract. */
  readonly contract: string;
  readonly version?: number;
  /** The locked version that it was compared with. */
  readonly against?: number;
  readonly direction?: Direction;
  /** The place in the schema, where it is about one. */
  readonly path?: string;
  /** What is the matter, in a sentence or two. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
  /** The apps that it concerns, where they are known. */
  readonly apps?: readonly string[];
  readonly differences?: readonly Difference[];
}

/** How bad findings are, by code, where somebody wants it otherwise. What is an error in the gate stays one. */
export type Severities = Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;

/** A finding, as bad as it is by itself. */
export function finding(
  code: FindingCode,
  about: Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity },
): Finding {
  return { code, severity: severityOf(code), ...about };
}

/** Findings as bad as somebody wants them, without those that are switched off. */
export function withSeverities(findings: readonly Finding[], wanted: Severities = {}): Finding[] {
  return findings.flatMap((found) => {
    const severity = isFixed(found) ? found.severity : (wanted[found.code] ?? found.severity);
    return severity === 'off' ? [] : [{ ...found, severity }];
  });
}

/** An error of the gate is none of taste. */
function isFixed({ code, severity }: Finding): boolean {
  return severity === 'error' && code in gateSeverities;
}

function severityOf(code: FindingCode): Severity {
  return { ...gateSeverities, ...lintSeverities }[code];
}
