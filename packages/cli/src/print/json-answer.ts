import type { Outcome } from '../commands/command.ts';
import type { Trouble } from '../load/cannot-run.ts';
import { fromHere } from '../load/from-here.ts';

/** What every command answers with `--json`. The README documents it; keys are added, never taken away, while `formatVersion` is 1. */
export interface JsonAnswer {
  readonly formatVersion: 1;
  readonly command: string;
  readonly ok: boolean;
  readonly exitCode: 0 | 1 | 2;
  readonly summary: string;
  readonly findings: readonly unknown[];
  readonly written: readonly string[];
  readonly dryRun: boolean;
  readonly error: Trouble | null;
  readonly result: Readonly<Record<string, unknown>>;
}

/** The answer of a command that did its work. Paths are written from the working folder. */
export function answerOf(command: string, outcome: Outcome, cwd: string): JsonAnswer {
  const { ok, summary, findings = [], written = [], isDryRun = false, result = {} } = outcome;
  return {
    formatVersion: 1,
    command,
    ok,
    exitCode: ok ? 0 : 1,
    summary,
    findings: findings.map((finding) => withPathFrom(finding, cwd)),
    written: written.map((file) => fromHere(file, cwd)),
    dryRun: isDryRun,
    error: null,
    result,
  };
}

/** The answer of a command that could not do its work. */
export function answerOfTrouble(command: string, trouble: Trouble, cwd: string): JsonAnswer {
  const stack = trouble.stack?.map((frame) => withPathFrom(frame, cwd));
  return {
    formatVersion: 1,
    command,
    ok: false,
    exitCode: 2,
    summary: trouble.message,
    findings: [],
    written: [],
    dryRun: false,
    error: { ...withPathFrom(trouble, cwd), ...(stack && { stack }) },
    result: {},
  };
}

function withPathFrom<T extends { readonly file?: string }>(placed: T, cwd: string): T {
  return placed.file === undefined ? placed : { ...placed, file: fromHere(placed.file, cwd) };
}
