// Runs the named steps of a command: quiet while all is well, alive while it takes long, and with everything to read when
// a step fails. Plain JavaScript, because it runs on the machine's own Node before anything is installed.
import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const terminal = Boolean(process.stdout.isTTY) && !process.env.CI && process.env.TERM !== 'dumb';
const colour = terminal && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
export const bold = (text) => paint(1, text);
const faint = (text) => paint(2, text);
const green = (text) => paint(32, text);
const red = (text) => paint(31, text);

/** The steps that ended well, for the summary: `{ name, seconds }`. */
export const done = [];

/** A step that failed. Its output and the sentence about it have been printed already. */
export class StepFailed extends Error {}

/** The command that is running, so that an interrupted script can take it along. */
let running;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stop(running, signal);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/**
 * Runs one command as a named step. Its output is shown only when it fails, with the sentence `again` that says how to run
 * the step alone.
 *
 * @param {string} name what the step does, in a word or two
 * @param {string} command
 * @param {string[]} options arguments of the command
 * @param {{ env?: NodeJS.ProcessEnv, again?: string, hint?: (output: string) => string | undefined, minutes?: number }} [more]
 * @returns {Promise<string>} what the command printed
 */
export async function step(name, command, options, { env = process.env, again = '', hint, minutes = 15 } = {}) {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const progress = showProgress(name, seconds);
  const { code, output } = await run(command, options, env, minutes, progress.line);
  progress.end();
  if (code !== 0) {
    console.log(`${output.trimEnd()}\n`);
    console.log(
      red(`✗ ${name} failed after ${seconds().toFixed(1)} s.`),
      hint?.(output) ?? '',
      again && `Run it alone: ${again}`,
    );
    throw new StepFailed(name);
  }
  done.push({ name, seconds: seconds() });
  console.log(`${green('✓')} ${name.padEnd(28)} ${faint(`${seconds().toFixed(1)} s`)}`);
  return output;
}

/** Starts a command in a process group of its own, so that stopping it stops its children too. */
function run(command, options, env, minutes, onLine) {
  return new Promise((resolve) => {
    const child = spawn(command, options, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    running = child;
    const limit = setTimeout(() => {
      output += `\nStopped: it was given ${minutes} minutes.\n`;
      stop(child, 'SIGKILL');
    }, minutes * 60_000);
    const end = (code) => {
      clearTimeout(limit);
      running = undefined;
      resolve({ code, output });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        onLine(text);
      });
    }
    child.on('error', (error) => {
      output += `${command} cannot be started: ${error.message}\n`;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

function stop(child, signal) {
  if (!child?.pid || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal); // Its group is gone already, or this system has none.
  }
}

/** In a terminal one line that keeps changing; elsewhere a line at the start and one every 20 seconds. */
function showProgress(name, seconds) {
  let latest = '';
  const line = (text) => {
    latest = plain(text).trim().split('\n').at(-1)?.trim() || latest;
  };
  if (!terminal) {
    console.log(`· ${name}`);
    const timer = setInterval(() => console.log(`  ${name}: ${Math.round(seconds())} s … ${latest.slice(0, 120)}`), 20_000);
    return { line, end: () => clearInterval(timer) };
  }
  const draw = () => {
    const text = `· ${name.padEnd(28)} ${Math.round(seconds())} s  ${latest}`.slice(0, (process.stdout.columns ?? 80) - 1);
    process.stdout.write(`\r\u001B[2K${faint(text)}`);
  };
  const timer = setInterval(draw, 250);
  draw();
  return {
    line,
    end: () => {
      clearInterval(timer);
      process.stdout.write('\r\u001B[2K');
    },
  };
}

/** Without the codes that colour text and move the cursor. */
function plain(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal codes are control characters
  return text.replace(/\u001B\[[0-9;?]*[A-Za-z]/g, '').replace(/\r/g, '\n');
}
