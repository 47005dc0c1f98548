import { type Apps, emittersOf, listenersOf } from '../../lock/apps.ts';
import { matchesPattern } from '../../lock/matches-pattern.ts';
import type { Candidate } from '../candidate.ts';
import { named } from '../contract-case.ts';
import { type Finding, finding, type Severities, withSeverities } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { isPastTenseName } from './is-past-tense-name.ts';
import { tryExamples } from './try-examples.ts';
import { undescribedFields } from './undescribed-fields.ts';

/** What lint looks at. */
export interface LintOptions {
  /** Who emits and listens. Without it no version is said to be unused. */
  readonly apps?: Apps;
  /** Names or patterns of events whose names are right as they are. */
  readonly allowNames?: readonly string[];
  /** Letters that a name may have. Default 64. */
  readonly maxNameLength?: number;
  /** How bad findings are, by code: `{ 'owner-missing': 'error', 'field-undescribed': 'off' }`. */
  readonly severities?: Severities;
}

/**
 * What could be better about contracts by themselves: names, what is told about them, examples, versions that nobody uses.
 *
 * @example
 * lintContracts(candidates, { severities: { 'owner-missing': 'error' }, allowNames: ['legacy:*'] });
 */
export function lintContracts(candidates: readonly Candidate[], options: LintOptions = {}): Finding[] {
  const byType = [...groupBy(candidates, ({ described }) => described.type)].sort(([one], [other]) => (one < other ? -1 : 1));
  const found = byType.flatMap(([type, versions]) => {
    const sorted = versions.toSorted((one, other) => one.described.version - other.described.version);
    return [
      ...lintName(type, options),
      ...sorted.flatMap((candidate) => lintVersion(candidate)),
      ...unusedVersions(type, sorted, options.apps),
    ];
  });
  return withSeverities(found, options.severities);
}

function lintName(type: string, { allowNames = [], maxNameLength = 64 }: LintOptions): Finding[] {
  if (allowNames.some((pattern) => matchesPattern(pattern, type))) return [];
  const found: Finding[] = [];
  if (!isPastTenseName(type)) {
    const message = `${named(type)} does not say what happened: its last word is no verb in the past tense.`;
    const advice = 'Name it as "cart:itemAdded" or "order:paid", or add it to the names that are allowed.';
    found.push(finding('past-tense', { contract: type, message, advice }));
  }
  if (type.length > maxNameLength) {
    const message = `${named(type)} has ${type.length} letters, and ${maxNameLength} are enough.`;
    found.push(
      finding('name-too-long', { contract: type, message, advice: 'Say it in fewer words; the summary has room for the rest.' }),
    );
  }
  return found;
}

function lintVersion({ described, contract }: Candidate): Finding[] {
  const { type, version, summary, owner, examples = [], notPlain = [] } = described;
  const about = { contract: type, version };
  const name = named(type, version);
  const found: Finding[] = [];
  if (!summary?.trim()) {
    const advice = "Say in one sentence what happened: summary: 'A line was put into the cart'.";
    found.push(finding('summary-missing', { ...about, message: `${name} has no summary.`, advice }));
  }
  if (!owner?.trim()) {
    const advice = "Name the team that answers for it: owner: 'team-cart'.";
    found.push(finding('owner-missing', { ...about, message: `${name} has no owner.`, advice }));
  }
  if (examples.length === 0) {
    const advice = 'Give one payload as examples: [{ … }]. Casts are run on it, too.';
    found.push(finding('example-missing', { ...about, message: `${name} has no example.`, advice }));
  }
  for (const { path, kind } of notPlain) {
    const message = `${name} has a ${kind} at ${path}. The bus carries plain data alone, and would refuse every payload with one.`;
    found.push(
      finding('not-plain-data', {
        ...about,
        path,
        message,
        advice: 'Publish what can be written as JSON, such as a text or a number.',
      }),
    );
  }
  return [...found, ...(contract ? tryExamples(contract) : []), ...undescribedFields(described)];
}

/** Versions beside a newer one that nobody emits or listens to. */
function unusedVersions(type: string, versions: readonly Candidate[], apps: Apps | undefined): Finding[] {
  const isUsed = !apps || emittersOf(apps, type).length + listenersOf(apps, type).length > 0;
  const newest = versions.at(-1)!.described.version;
  if (isUsed) return [];
  return versions
    .filter(({ described }) => described.version < newest)
    .map(({ described: { version } }) =>
      finding('unused-version', {
        contract: type,
        version,
        message: `${named(type, version)} is still defined beside version ${newest}, and nobody is known to emit or to listen to the event.`,
        advice: 'Take its definition away: the lock file remembers it.',
      }),
    );
}
