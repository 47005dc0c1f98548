import type { CastProblem } from '../casts/cast-check.ts';
import { checkCasts } from '../casts/check-casts.ts';
import { compareSchemas } from '../compare/compare-schemas.ts';
import type { VersionVerdict } from '../compatibility/compatibility-report.ts';
import { type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import type { EarlierVersion } from './version-history.ts';

type Way = 'up' | 'down';

/** Generated payloads: for the version that is run first, which is the latest, and for those before that it does not stand for. */
const payloads = { first: 50, further: 25 };

/** Runs casts between a candidate and earlier versions, the newest of which has to come first. */
export interface CastRunner {
  /** What is wrong with the casts; nothing at all where there is no cast between the two. */
  run(against: EarlierVersion, verdict: VersionVerdict): Finding[] | undefined;
}

/** Creates what runs the casts of one candidate, on examples and generated payloads. */
export function createCastRunner(type: string, { contract, described }: HashedCandidate): CastRunner {
  /** Versions that were run, and with which nothing is wrong. */
  const holding: Record<Way, EarlierVersion[]> = { up: [], down: [] };
  const isFirst: Record<Way, boolean> = { up: true, down: true };
  const stepsFrom = (version: number, way: Way) =>
    described.casts[way].filter((step) => step >= version && step < described.version).join();

  /** Whether a version stands for another: all that is cast, or has to come out, is so there, too. */
  function standsFor(newer: EarlierVersion, older: EarlierVersion, way: Way): boolean {
    const [narrow, wide] = way === 'up' ? [older.output, newer.output] : [newer.input, older.input];
    if (stepsFrom(newer.version, way) !== stepsFrom(older.version, way)) return false;
    return compareSchemas(narrow, wide, { policy: 'parsed', only: 'breaking' }).compatible;
  }

  function problemsWith(against: EarlierVersion, way: Way): readonly CastProblem[] {
    const options = { contract: contract!, described, against, direction: way };
    if (holding[way].some((newer) => standsFor(newer, against, way))) {
      if (way === 'down' || !against.examples?.length) return [];
      return checkCasts({ ...options, payloads: 0 }).problems.filter(({ code }) => code !== 'cast-untried');
    }
    const { problems } = checkCasts({ ...options, payloads: isFirst[way] ? payloads.first : payloads.further });
    isFirst[way] = false;
    if (problems.length === 0) holding[way].push(against);
    return problems;
  }

  return {
    run(against, { direction, differences }) {
      const way = direction === 'backward' ? 'up' : 'down';
      if (!contract || stepsFrom(against.version, way) === '') return undefined;
      const problems = problemsWith(against, way);
      const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
      if (!worst) return [];
      const about = { contract: type, version: described.version, against: against.version, direction, differences };
      const { severity } = worst;
      const message = messageFor(worst, problems.length, `${named(type, described.version)} against version ${against.version}`);
      const code = severity === 'error' && worst.code !== 'cast-untried' ? 'cast-failed' : 'cast-unproven';
      return [finding(code, { ...about, severity, message, advice: adviceFor(worst, way, against.version) })];
    },
  };
}

function messageFor({ message, payload }: CastProblem, count: number, between: string): string {
  const more = count > 1 ? ` ${count - 1} more like it.` : '';
  return `${between}: ${message}${payload && ` Payload: ${payload}`}${more}`;
}

function adviceFor({ code, severity }: CastProblem, way: Way, version: number): string {
  if (code === 'cast-untried') return 'Give the contract examples, so that there is something to cast.';
  if (severity === 'warning') {
    return `Give version ${version} examples that its own checks let through, or see to it that the ${way}cast can deal with this payload.`;
  }
  return way === 'up'
    ? `Correct the upcast, so that every payload of version ${version} becomes one that this version takes.`
    : `Correct the downcast, so that every payload of this version becomes one that version ${version} takes.`;
}
