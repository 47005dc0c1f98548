import type { CastProblem, CastProblemCode } from './cast-check.ts';
import type { EarlierVersion } from './check-casts.ts';
import type { Payload } from './collect-payloads.ts';
import type { Issue } from './compile-validator.ts';
import { payloadText } from './payload-text.ts';

/** One payload that did not get through. */
export interface Trouble {
  readonly code: CastProblemCode;
  readonly severity: 'error' | 'warning';
  readonly step?: number;
  readonly message: string;
  readonly issues: readonly Issue[];
  readonly payload: Payload;
}

/** What was run. */
interface Run {
  readonly type: string;
  readonly direction: 'up' | 'down';
  readonly from: number;
  readonly to: number;
  readonly tried: number;
  readonly steps: readonly number[];
  readonly against: EarlierVersion;
}

/** Longest payload that is shown, in characters of JSON. */
const shown = 300;

/** Troubles in which the same is wrong, as one problem with the shortest payload; examples before generated ones. */
export function gatherProblems(troubles: readonly Trouble[], run: Run): CastProblem[] {
  if (run.tried === 0) return [untried(run)];
  const alike = new Map<string, Trouble[]>();
  for (const trouble of troubles) {
    const key = JSON.stringify([trouble.code, trouble.step, trouble.issues.map(({ path }) => path.replace(/\b\d+\b/g, '*'))]);
    alike.set(key, [...(alike.get(key) ?? []), trouble]);
  }
  const isGuarded = Boolean(run.against.rules?.length || run.against.unseen?.length) && run.direction === 'up';
  const someWentThrough = troubles.length < run.tried;
  return [...alike.values()].map((group) => toProblem(group, run, isGuarded && someWentThrough));
}

function toProblem(group: readonly Trouble[], run: Run, mayBeGuarded: boolean): CastProblem {
  const [shortest] = [...group].sort(
    (a, b) => Number(b.payload.isExample) - Number(a.payload.isExample) || lengthOf(a) - lengthOf(b),
  );
  const { code, step, message, issues, payload, severity } = shortest!;
  const isUncertain = severity === 'warning' || (mayBeGuarded && !payload.isExample && code !== 'cast-unsatisfying');
  return {
    code,
    severity: isUncertain && group.every((trouble) => !trouble.payload.isExample) ? 'warning' : 'error',
    ...(step !== undefined && { step }),
    message: sentence(run, step, message, issues),
    issues,
    payload: shorten(payload.value),
    count: group.length,
  };
}

function sentence(run: Run, step: number | undefined, message: string, issues: readonly Issue[]): string {
  const { type, direction, from, to, steps } = run;
  if (step !== undefined) return `${direction}cast[${step}] of "${type}" ${message}.`;
  const said = issues.map(({ path, message: text }) => (path ? `"${path}": ${text}` : text)).join('; ');
  const why = said ? `: ${said}.` : '.';
  if (steps.length === 0)
    return `A payload of v${from} ${message} of v${to}, and no cast of "${type}" lies between v${from} and v${to}${why}`;
  if (message.startsWith('made')) return `The casts of "${type}" from v${from} to v${to} ${message}${why}`;
  return `What the casts of "${type}" make of a payload of v${from} ${message} of v${to}${why}`;
}

function untried({ type, from, to }: Run): CastProblem {
  return {
    code: 'cast-untried',
    severity: 'error',
    message: `The casts of "${type}" from v${from} to v${to} could not be tried: no payload of v${from} could be made. Give v${from} examples.`,
    issues: [],
    payload: '',
    count: 0,
  };
}

function lengthOf({ payload }: Trouble): number {
  return payloadText(payload.value).length;
}

function shorten(value: unknown): string {
  const text = payloadText(value);
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
