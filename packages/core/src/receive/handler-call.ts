import type { HandlerContext } from '../bus.ts';

/** One try of a handler. The signal is made when the handler asks for it: most never do. */
export class HandlerCall implements HandlerContext {
  readonly attempt: number;
  #controller: AbortController | undefined;
  #given: AbortSignal | undefined;
  #aborted = false;
  #reason: unknown;

  constructor(attempt: number) {
    this.attempt = attempt;
  }

  get signal(): AbortSignal {
    if (this.#given) return this.#given;
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#aborted) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Hands the handler the signal of a policy, which knows more than ours. */
  giveSignal(signal: AbortSignal): void {
    this.#given = signal;
  }

  abort(reason: unknown): void {
    this.#aborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
  }
}
