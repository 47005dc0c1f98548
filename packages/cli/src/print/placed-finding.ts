import type { Finding } from '@busbar/governance/gate';
import type { Positions } from '../locate/positions.ts';

/** A finding, and where it is in the source. */
export interface PlacedFinding extends Finding {
  /** Absolute while a command works, from the working folder in what it prints. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const order = { error: 0, warning: 1, info: 2 };

/** Findings with their places in the source, by contract, and there the worst first. */
export function place(findings: readonly Finding[], positions: Positions): PlacedFinding[] {
  const placed = findings.map((finding) => ({ ...finding, ...positions.find(finding.contract, finding.path) }));
  return placed.sort((one, other) => compare(one.contract, other.contract) || order[one.severity] - order[other.severity]);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
