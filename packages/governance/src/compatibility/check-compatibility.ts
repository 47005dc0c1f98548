import { compareSchemas } from '../compare/compare-schemas.ts';
import type { ComparisonPolicy, Difference } from '../compare/difference.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { advise } from './advise.ts';
import { compareRules } from './compare-rules.ts';
import { type CompatibilityMode, type Direction, directionsOf, isTransitive } from './compatibility-mode.ts';
import type { CompatibilityReport, Impact, VersionVerdict } from './compatibility-report.ts';
import { isPlainlyContained } from './is-plainly-contained.ts';
import { readBy, type SchemaVersion, writtenBy } from './schema-version.ts';
import { tellDifferences } from './tell-differences.ts';

/** How to check. */
export interface CompatibilityOptions {
  /** Default `full-transitive`: on a page nobody upgrades first. */
  readonly mode?: CompatibilityMode;
  /** Default `parsed`. */
  readonly policy?: ComparisonPolicy;
  /** Who reads the event: named in the sentences about what breaks. */
  readonly readers?: readonly string[];
  /** Leave out what differs without breaking where versions get on, which is faster by the policy `parsed`. */
  readonly only?: 'breaking';
}

/**
 * Says whether a new version of a schema gets on with the versions before it.
 *
 * Compared are versions of the same `group`: all of them, or the latest alone where the mode is not transitive. Every
 * version that fails is reported, not the first alone. Without a history everything is compatible.
 *
 * @param history the earlier versions, in any order.
 * @example
 * const { compatible, verdicts } = checkCompatibility([{ version: 1, schema: one }], { version: 2, schema: two }, { mode: 'backward' });
 */
export function checkCompatibility(
  history: readonly SchemaVersion[],
  candidate: SchemaVersion,
  options: CompatibilityOptions = {},
): CompatibilityReport {
  const { mode = 'full-transitive', policy = 'parsed' } = options;
  const lane = history.filter(({ group }) => group === candidate.group).sort((one, other) => other.version - one.version);
  const compared = isTransitive(mode) ? lane : lane.slice(0, 1);
  const verdicts = compared.flatMap((earlier) =>
    directionsOf(mode).map((direction) => judge(earlier, candidate, direction, { ...options, policy })),
  );
  return { compatible: verdicts.every(({ compatible }) => compatible), mode, policy, impact: impactOf(verdicts), verdicts };
}

/** Compares two versions in one direction: what the one writes with what the other reads. */
function judge(
  earlier: SchemaVersion,
  candidate: SchemaVersion,
  direction: Direction,
  { policy, only, readers = [] }: CompatibilityOptions & { readonly policy: ComparisonPolicy },
): VersionVerdict {
  const [writer, reader] = direction === 'backward' ? [earlier, candidate] : [candidate, earlier];
  const differences = [
    ...compareSides(writtenBy(writer), policy === 'parsed' ? readBy(reader) : writtenBy(reader), policy, only),
    ...compareRules(writer.rules ?? [], reader.rules ?? [], policy),
  ];
  const breaking = differences.filter((difference) => difference.breaking);
  const about = { version: earlier.version, direction, compatible: breaking.length === 0, differences };
  if (about.compatible) return { ...about, message: '', advice: '' };
  const who = readers.length > 0 ? ` (${readers.join(', ')})` : '';
  return {
    ...about,
    message: `Readers of version ${reader.version}${who} cannot read what emitters of version ${writer.version} publish: ${tellDifferences(breaking)}.`,
    advice: advise(breaking, direction, earlier.version),
  };
}

/** By the policy `parsed` it is cheaper to ask first whether anything breaks. By the others there are differences to warn of. */
function compareSides(
  written: JsonSchema,
  read: JsonSchema,
  policy: ComparisonPolicy,
  only: 'breaking' | undefined,
): readonly Difference[] {
  const mayBreak = () => !isPlainlyContained(written, read) && !compareSchemas(written, read, { policy, only }).compatible;
  if (only && policy === 'parsed' && !mayBreak()) return [];
  return compareSchemas(written, read, { policy }).differences;
}

function impactOf(verdicts: readonly VersionVerdict[]): Impact {
  const versions = new Set(verdicts.map(({ version }) => version));
  const broken = new Set(verdicts.filter(({ compatible }) => !compatible).map(({ version }) => version));
  return broken.size === 0 ? 'none' : broken.size < versions.size ? 'some' : 'all';
}
