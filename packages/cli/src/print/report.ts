import { closeSync } from 'node:fs';
import type { Outcome } from '../commands/command.ts';
import type { Trouble } from '../load/cannot-run.ts';
import { addToSummary, annotationOf, annotationsOf, formatAnnotation, isOnGitHub } from './github.ts';
import { answerOf, answerOfTrouble } from './json-answer.ts';
import { summarizeInMarkdown } from './markdown-summary.ts';
import type { Output } from './output.ts';
import type { Page } from './page.ts';
import { printTrouble } from './print-trouble.ts';

/** While a module is read, `process.exit` only complains. */
const exit = process.exit.bind(process);

/** How answers are wanted. */
export interface Wanted {
  readonly page: Page;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly command: string;
}

/** Tells people, programs and GitHub what came of a command. */
export interface Report {
  /** From where paths are written. */
  workIn(folder: string): void;
  say(text: string): Promise<0>;
  /** On standard error, and before the answer. */
  announce(text: string): void;
  /** Answers the exit code. */
  answer(outcome: Outcome): Promise<0 | 1>;
  fail(trouble: Trouble): Promise<void>;
  /** Tells why the command cannot go on and ends the process, with no turn of the event loop in between. */
  failNow(trouble: Trouble): never;
}

export function reportTo(output: Output, { page, env, isJson, isQuiet, command }: Wanted): Report {
  let cwd = process.cwd();
  const annotate = (lines: readonly string[]) => {
    // Standard output is for the JSON; GitHub reads both.
    for (const line of lines) isJson ? output.err(line) : output.outNow(line);
  };
  const failed = (trouble: Trouble) => {
    if (isOnGitHub(env)) annotate([formatAnnotation(annotationOf(trouble), env)]);
    addToSummary(summarizeInMarkdown(`busbar ${command}`, `Could not run: ${trouble.message}`, [], cwd), env);
    if (!isJson) output.err(printTrouble(trouble, page, cwd));
    return isJson ? JSON.stringify(answerOfTrouble(command, trouble, cwd), null, 2) : '';
  };
  return {
    workIn(folder) {
      cwd = folder;
    },
    async say(text) {
      await output.out(text);
      return 0;
    },
    announce: output.err,
    async answer(outcome) {
      const { ok, text, summary, findings = [] } = outcome;
      if (isJson) await output.out(JSON.stringify(answerOf(command, outcome, cwd), null, 2));
      else if (!isQuiet || !ok) await output.out(text);
      if (isOnGitHub(env)) annotate(annotationsOf(findings).map((one) => formatAnnotation(one, env)));
      if (command === 'check' || command === 'lint')
        addToSummary(summarizeInMarkdown(`busbar ${command}`, summary, findings, cwd), env);
      return ok ? 0 : 1;
    },
    async fail(trouble) {
      const json = failed(trouble);
      if (json) await output.out(json);
    },
    failNow(trouble) {
      const json = failed(trouble);
      if (json) output.outNow(json);
      // Node would write there that it waits for the watchdog to let go of this thread.
      closeSync(2);
      return exit(2);
    },
  };
}
