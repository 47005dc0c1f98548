import { exactly, type Figure } from './figure.ts';
import type { Conditions, Outcome, Row } from './row.ts';

type Console = Pick<globalThis.Console, 'warn' | 'error'>;

/** Runs a row in this page until all of its figures hold, as often as it may be tried. */
export async function runRow(row: Row, given: Omit<Conditions, 'console'>): Promise<Outcome> {
  const { tries = 1, name } = row;
  for (let time = 1; ; time++) {
    const figures = await watched(row, given);
    const holds = figures.every((figure) => figure.holds);
    if (holds || time === tries) return { name, figures, tries: time, holds };
  }
}

/** The figures of one try. What nobody caught or expected is one, too. */
async function watched(row: Row, given: Omit<Conditions, 'console'>): Promise<readonly Figure[]> {
  const written: string[] = [];
  const uncaught: string[] = [];
  const listening = new AbortController();
  const note = (event: Event): void =>
    void uncaught.push(String(Reflect.get(event, 'error') ?? Reflect.get(event, 'reason') ?? event.type));
  for (const type of ['error', 'unhandledrejection']) window.addEventListener(type, note, { signal: listening.signal });
  const { warn, error }: Console = console;
  console.warn = console.error = (...said: unknown[]) => void written.push(said.join(' '));
  try {
    const figures = await row.run({ ...given, console: written });
    return [...figures, ...unexpected('Uncaught errors', uncaught), ...unexpected('Console messages nobody expected', written)];
  } catch (failure) {
    return [{ name: 'Ran to its end', measured: String(failure), expected: 'yes', holds: false }];
  } finally {
    Object.assign(console, { warn, error });
    listening.abort();
  }
}

function unexpected(name: string, messages: readonly string[]): Figure[] {
  const [first] = messages;
  return first === undefined
    ? []
    : [{ ...exactly(name, messages.length, 0), measured: `${messages.length}: ${first.slice(0, 200)}` }];
}
