import type { ArgsDef, ParsedArgs } from 'citty';
import type { ModuleHost } from '../load/import-module.ts';
import type { Page } from '../print/page.ts';
import type { PlacedFinding } from '../print/placed-finding.ts';
import type { Progress } from '../print/progress.ts';

/** What every command is given besides its own options. */
export interface Invocation {
  /** The folder that it works in: an absolute path. */
  readonly cwd: string;
  /** The path after `--config`. */
  readonly config?: string;
  /** Whether the answer is JSON, for programs. */
  readonly isJson: boolean;
  /** Whether somebody is there to answer questions. */
  readonly isInteractive: boolean;
  readonly page: Page;
  readonly progress: Progress;
  /** Tells people something at once, before the answer, on standard error. */
  announce(text: string): void;
  readonly host: ModuleHost;
  /** All commands by name. */
  readonly commands: Readonly<Record<string, ListedCommand>>;
}

/** A command, imported when it is asked for. */
export interface ListedCommand {
  readonly summary: string;
  load(): Promise<Command>;
}

/** What a command answers. It is printed and written to no file. */
export interface Outcome {
  /** Whether all is well: exit code 0, else 1. */
  readonly ok: boolean;
  /** The answer in a sentence. */
  readonly summary: string;
  readonly findings?: readonly PlacedFinding[];
  /** Files that were written, or would have been: absolute paths. */
  readonly written?: readonly string[];
  readonly isDryRun?: boolean;
  /** What only this command has to say, for `--json`. */
  readonly result?: Readonly<Record<string, unknown>>;
  /** What a person reads. */
  readonly text: string;
}

/** One command. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What else there is to know, in a paragraph. */
  readonly details?: string;
  readonly args: ArgsDef;
  /** Command lines, each with what it does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  run(args: Record<string, unknown>, invocation: Invocation): Promise<Outcome>;
}

/** Gives a command's `run` the types of its options. */
export function defineCommand<const Args extends ArgsDef>(
  command: Omit<Command, 'args' | 'run'> & {
    readonly args: Args;
    run(args: ParsedArgs<Args>, invocation: Invocation): Promise<Outcome>;
  },
): Command {
  return command as unknown as Command;
}
