import type { ComparisonPolicy } from '../compare/difference.ts';
import type { CompatibilityMode } from '../compatibility/compatibility-mode.ts';
import type { DescribedContract } from '../contracts/described-contract.ts';
import type { Apps } from '../lock/apps.ts';
import { matchesPattern } from '../lock/matches-pattern.ts';
import type { Severities } from './finding.ts';

/** What may differ from contract to contract. */
export interface GateRules {
  /** Default `full-transitive`. */
  readonly mode?: CompatibilityMode;
  /** Default `parsed`. */
  readonly policy?: ComparisonPolicy;
}

/** How the gate judges. */
export interface GateOptions extends GateRules {
  /** Other rules by event name or pattern: `{ 'legacy:*': { mode: 'none' } }`. Of several that fit, later ones win. */
  readonly overrides?: Readonly<Record<string, GateRules>>;
  /** The major lane of a version: only versions of the same lane are compared. Default: one lane. */
  readonly group?: (contract: DescribedContract) => string | number | undefined;
  /** Who emits and listens. Default: what the lock file says. */
  readonly apps?: Apps;
  /** When it is, for dates of deprecation. Default: now. */
  readonly now?: Date;
  /** How bad findings are, by code. What is an error by itself stays one. */
  readonly severities?: Severities;
  /** Called before each contract is judged, for progress: with its name, how many were judged, and how many there are. */
  readonly onContract?: (contract: string, done: number, total: number) => void;
}

/** The rules for one contract. */
export function rulesFor(type: string, { mode, policy, overrides = {} }: GateOptions): Required<GateRules> {
  const fitting = Object.keys(overrides).filter((pattern) => matchesPattern(pattern, type));
  const given = [{ mode, policy }, ...fitting.map((pattern) => overrides[pattern]!)];
  return {
    mode: given.findLast((rules) => rules.mode)?.mode ?? 'full-transitive',
    policy: given.findLast((rules) => rules.policy)?.policy ?? 'parsed',
  };
}
