import { isBusError } from '@busbar/core';

/** What went wrong in a trial, in sentences. */
export class Complaints {
  readonly #said: string[] = [];
  readonly #thrown = new Set<unknown>();

  /** How often each code of Busbar's errors was met. */
  readonly codes: Record<string, number> = {};

  say(sentence: string): void {
    if (this.#said.length < 20) this.#said.push(sentence);
  }

  /** Remembers that hostile code threw it. */
  expect(error: unknown): void {
    this.#thrown.add(error);
  }

  /** Complains of an error that neither Busbar raised nor hostile code threw: a fault of Busbar's own. */
  judge(where: string, error: unknown): void {
    if (isBusError(error)) {
      this.codes[error.code] = (this.codes[error.code] ?? 0) + 1;
      if (!/^[a-z]+(-[a-z]+)*$/.test(error.code) || !error.message) this.say(`${where}: an error without code or message`);
    } else if (!this.isForeign(error)) {
      this.say(`${where}: ${describe(error)}`);
    }
  }

  /** Complains of an error that reached nobody but the page, whosever it is. */
  sayUncaught(error: unknown): void {
    this.say(`Uncaught: ${describe(error)}`);
  }

  /** Whether hostile code or a hostile object threw it. Busbar throws nothing but objects. */
  isForeign(error: unknown): boolean {
    return this.#thrown.has(error) || Object(error) !== error || isOfTheEngine(error as Error);
  }

  /** @throws Error with all that was said. */
  raise(): void {
    if (this.#said.length > 0) throw new Error(this.#said.join('\n'));
  }
}

/** Proxies that are revoked, lie or change their minds and classes that are called make the engine throw; signals abort with an error of its own. */
function isOfTheEngine(error: Error): boolean {
  return (
    error instanceof DOMException ||
    (error instanceof TypeError && /proxy|class constructor|iterator method/i.test(error.message))
  );
}

function describe(error: unknown): string {
  if (Object(error) !== error) return String(error);
  try {
    const { stack, message } = error as Error;
    return String(stack ?? message ?? error);
  } catch {
    return 'an error that cannot be read';
  }
}
