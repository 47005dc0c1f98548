import { resolve } from 'node:path';
import { type ArgsDef, parseArgs, runCommand } from 'citty';
import { checkOptions, usageError } from './arguments/check-options.ts';
import { suggestion } from './arguments/did-you-mean.ts';
import { globalOptions } from './arguments/global-options.ts';
import { printCommandHelp, printHelp } from './arguments/help.ts';
import { type CommandLine, splitCommandLine } from './arguments/split-command-line.ts';
import { allCommands } from './commands/all-commands.ts';
import type { Command, Invocation, Outcome } from './commands/command.ts';
import { CannotRun, type Trouble } from './load/cannot-run.ts';
import { readStack } from './load/read-stack.ts';
import { resolveLikeBundlers } from './load/resolve-like-bundlers.ts';
import { startWatch } from './load/watch.ts';
import { takeOutput } from './print/output.ts';
import { pageFor } from './print/page.ts';
import { progressOn } from './print/progress.ts';
import { type Report, reportTo } from './print/report.ts';
import { version } from './version.ts';

/** Runs one command line and ends the process: 0 all is well, 1 a contract would break somebody, 2 it could not be found out. */
export async function run(argv: readonly string[], bin: URL): Promise<void> {
  let ended = false;
  // Whatever ends the process early, it is no verdict.
  process.once('exit', () => {
    if (!ended) process.exitCode = 2;
  });
  leaveOutExperimentalWarnings();
  const { env, stdout } = process;
  const page = pageFor({ env, isTerminal: stdout.isTTY, columns: stdout.columns });
  const line = splitCommandLine(argv, globalOptions);
  const isJson = line.rest.some((word) => /^--json(=true)?$/.test(word));
  const report = reportTo(takeOutput(), { page, env, isJson, isQuiet: hasQuiet(line.rest), command: line.command ?? 'busbar' });
  const end = (code: number): never => {
    ended = true;
    process.exit(code);
  };
  process.once('uncaughtException', (error) => report.failNow(crash(error)));
  try {
    end(await answer(line, report, page, bin));
  } catch (error) {
    await report.fail(error instanceof CannotRun ? error.trouble : crash(error));
    end(2);
  }
}

function hasQuiet(words: readonly string[]): boolean {
  return words.includes('--quiet') || words.includes('-q');
}

async function answer(line: CommandLine, report: Report, page: Invocation['page'], bin: URL): Promise<0 | 1> {
  const { command: name, rest } = line;
  if (rest.includes('--version') || rest.includes('-v')) return report.say(version);
  if (name === 'help' && rest[0] !== undefined) return answer({ command: rest[0], rest: ['--help'] }, report, page, bin);
  if (name === undefined || name === 'help') {
    checkOptions(rest, globalOptions, '');
    return report.say(printHelp(page, version));
  }
  const command = await commandNamed(name);
  if (rest.includes('--help') || rest.includes('-h')) return report.say(printCommandHelp(name, command, page));
  return report.answer(await runOne(name, command, rest, report, page, bin));
}

async function commandNamed(name: string): Promise<Command> {
  if (Object.hasOwn(allCommands, name)) return allCommands[name]!.load();
  throw usageError('unknown-command', `busbar has no command "${name}".${suggestion(name, Object.keys(allCommands))}`);
}

async function runOne(
  name: string,
  command: Command,
  rest: readonly string[],
  report: Report,
  page: Invocation['page'],
  bin: URL,
): Promise<Outcome> {
  const args = { ...globalOptions, ...command.args };
  checkOptions(rest, args, name);
  const given = parseOptions(rest, args, name);
  const invocation = invocationOf(given, report, page, bin);
  const definition = { args, run: () => command.run(given, invocation) };
  try {
    return (await runCommand(definition, { rawArgs: [...rest] })).result as Outcome;
  } finally {
    invocation.progress.clear();
    invocation.host.watch.stop();
  }
}

/** @throws CannotRun `missing-argument` instead of what citty throws. */
function parseOptions(rest: readonly string[], args: ArgsDef, name: string): Record<string, unknown> {
  try {
    return parseArgs([...rest], args);
  } catch (error) {
    throw usageError('missing-argument', `${(error as Error).message}.`, name);
  }
}

function invocationOf(given: Record<string, unknown>, report: Report, page: Invocation['page'], bin: URL): Invocation {
  const cwd = resolve(typeof given['cwd'] === 'string' ? given['cwd'] : '.');
  report.workIn(cwd);
  const { stdin, stderr, env } = process;
  return {
    cwd,
    commands: allCommands,
    ...(typeof given['config'] === 'string' && { config: given['config'] }),
    isJson: given['json'] === true,
    isInteractive: stdin.isTTY && process.stdout.isTTY && given['json'] !== true && !env['CI'],
    page,
    announce: report.announce,
    progress: progressOn(stderr, given['json'] === true || given['quiet'] === true),
    host: {
      folder: cwd,
      imported: resolveLikeBundlers(),
      watch: startWatch(bin, timeoutOf(given['timeout']), cwd, report.failNow),
    },
  };
}

/** In milliseconds. */
function timeoutOf(seconds: unknown): number {
  if (seconds === undefined) return 10_000;
  const number = Number(seconds);
  if (number > 0 && number <= 3_600) return number * 1_000;
  throw usageError('invalid-timeout', `--timeout has to be a number of seconds up to 3600, not "${seconds}".`);
}

function crash(error: unknown): Trouble {
  return {
    code: 'crashed',
    message: `Something threw that should not have: ${error instanceof Error ? error.message : String(error)}`,
    advice: 'If the stack does not lead into a module of yours, please report it.',
    stack: readStack(error).filter(({ file }) => !file.startsWith('node:')),
  };
}

/** Older versions of Node say about every use of type stripping that it is experimental. */
function leaveOutExperimentalWarnings(): void {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning') return;
    for (const listener of listeners) listener(warning);
  });
}
