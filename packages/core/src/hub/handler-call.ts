import type { HandlerContext } from '../bus.ts';

/** The context of one try, and the way to abort it. The signal is made when the handler asks for it: most never do. */
export class HandlerCall implements HandlerContext {
  readonly attempt: number;
  #controller: AbortController | undefined;

  constructor(attempt: number) {
    this.attempt = attempt;
  }

  get signal(): AbortSignal {
    return this.#control().signal;
  }

  /** Whether the handler has asked for its signal. */
  get isAsked(): boolean {
    return this.#controller !== undefined;
  }

  abort(reason: unknown): void {
    this.#control().abort(reason);
  }

  #control(): AbortController {
    this.#controller ??= new AbortController();
    return this.#controller;
  }
}
