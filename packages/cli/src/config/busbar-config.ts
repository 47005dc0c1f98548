import type { ComparisonPolicy, CompatibilityMode } from '@busbar/governance';
import type { DescribedContract } from '@busbar/governance/contracts';

/** What an app does with events, for messages that name who would break. */
export interface AppConfig {
  /** Event names and patterns that it emits. Default: what is found in `sources`. */
  readonly emits?: readonly string[];
  /** Event names and patterns that it listens to. Default: what is found in `sources`. */
  readonly listens?: readonly string[];
  /** Folders, files and glob patterns of its source, which is searched for who emits and listens. `!` in front takes files out. */
  readonly sources?: readonly string[];
  /** Files, folders and glob patterns of recordings of what its tests saw it read, as `@busbar/testing` writes them. */
  readonly reads?: readonly string[];
  /** The team that answers for it. */
  readonly owner?: string;
}

/** What may be different for some contracts. */
export interface Override {
  readonly mode?: CompatibilityMode;
  readonly policy?: ComparisonPolicy;
}

/** The catalogue that `busbar docs` writes. */
export interface CatalogueConfig {
  /** Default `Events`. */
  readonly title?: string;
  /** One sentence below the title. */
  readonly description?: string;
  /** The folder that is written. Default `catalogue`. */
  readonly out?: string;
  /** From where apps import the contracts, for the code on the pages: `@acme/contracts`. */
  readonly importFrom?: string;
}

/** What lint takes for right. */
export interface LintConfig {
  /** Names or patterns of events whose names are right as they are. */
  readonly allowNames?: readonly string[];
  /** Letters that a name may have. Default 64. */
  readonly maxNameLength?: number;
}

/** How bad a finding is; `off` for none at all. */
export type SeverityLevel = 'off' | 'info' | 'warning' | 'error';

/** What `busbar.config.ts` exports. Paths are meant from the folder that it is in. */
export interface BusbarConfig {
  /**
   * Modules whose exports are contracts, or groups of them as `defineEvents` gives: paths and glob patterns, with `!` in front
   * to take some out. Tests and declarations are never among them.
   */
  readonly contracts: readonly string[];
  /** The lock file. Default `busbar.lock.json`. */
  readonly lock?: string;
  /** Which versions have to understand each other. Default `full-transitive`: on a page nobody upgrades first. */
  readonly mode?: CompatibilityMode;
  /** By which rules schemas are compared. Default `parsed`. */
  readonly policy?: ComparisonPolicy;
  /** Other modes and policies by event-name pattern; the last one that fits counts. */
  readonly overrides?: Readonly<Record<string, Override>>;
  /** The compatibility group of a contract: only versions of one group are compared. Default: all are in one. */
  readonly group?: (contract: DescribedContract) => string | number | undefined;
  /** Who emits and listens. */
  readonly apps?: Readonly<Record<string, AppConfig>>;
  /** How bad findings are, by their code: `{ 'summary-missing': 'error' }`. What the gate takes for a break stays one. */
  readonly severities?: Readonly<Record<string, SeverityLevel>>;
  readonly lint?: LintConfig;
  readonly catalogue?: CatalogueConfig;
}
