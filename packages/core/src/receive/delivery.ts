import { BusError, isBusError } from '../bus-error.ts';
import { type BusEvent, isExpired } from '../event.ts';
import { callHandler } from './call-handler.ts';
import { deadLetter } from './dead-letter.ts';
import { HandlerCall } from './handler-call.ts';
import type { Listener } from './listener.ts';
import { retryDelay } from './retry.ts';

/** One event on its way through one handler: tried, tried again, acknowledged or made a dead letter. */
export class Delivery {
  readonly #listener: Listener;
  readonly #event: BusEvent;
  #attempt = 0;
  #firstFailure: number | undefined;
  #call: HandlerCall | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #aborted = false;

  constructor(listener: Listener, event: BusEvent) {
    this.#listener = listener;
    this.#event = event;
  }

  /** Begins; answers nothing when the handler is done already, else a promise that never rejects. */
  run(): Promise<void> | undefined {
    if (isExpired(this.#event)) return this.#giveUp(this.#expired());
    const call = new HandlerCall(++this.#attempt);
    this.#call = call;
    try {
      const pending = callHandler(this.#listener, this.#event, call);
      if (!pending) return this.#acknowledge();
      return this.#limited(pending, call).then(
        () => this.#acknowledge(),
        (error) => this.#failed(error),
      );
    } catch (error) {
      return this.#failed(error);
    }
  }

  /** Lets go: the handler's signal aborts, time-outs and retries end, nothing becomes a dead letter. */
  abort(reason: unknown): void {
    this.#aborted = true;
    clearTimeout(this.#timer);
    this.#call?.abort(reason);
  }

  #acknowledge(): undefined {
    if (this.#aborted) return;
    this.#listener.counts.delivered++;
    this.#listener.bus.hub.counts.delivered++;
  }

  #failed(error: unknown): Promise<void> | undefined {
    if (this.#aborted) return this.#reportLate(error);
    const { counts } = this.#listener;
    counts.failed++;
    this.#firstFailure ??= Date.now();
    const delay = isBusError(error, 'policy-refused') ? undefined : this.#delayAfter(error);
    if (delay === undefined) return this.#giveUp(error);
    counts.retried++;
    return new Promise<void>((resolve) => {
      this.#timer = setTimeout(resolve, delay);
    }).then(() => this.run());
  }

  #delayAfter(error: unknown): number | undefined {
    const { options, record, bus } = this.#listener;
    try {
      return retryDelay(options.retry, this.#attempt, error);
    } catch (cause) {
      bus.report(
        new BusError('callback-failed', { callback: 'retry.when', type: this.#event.type, source: record.source }, cause),
      );
      return undefined;
    }
  }

  #giveUp(error: unknown): undefined {
    deadLetter(this.#listener, this.#event, error, this.#attempt, this.#firstFailure);
  }

  /** The handler's promise, or a rejection when it takes longer than the subscription allows. */
  #limited(pending: Promise<unknown>, call: HandlerCall): Promise<unknown> {
    const { options, record } = this.#listener;
    const after = options.timeout;
    if (after === undefined) return pending;
    return new Promise((resolve, reject) => {
      this.#timer = setTimeout(() => {
        const error = new BusError('timed-out', { type: this.#event.type, source: record.source, after });
        call.abort(error);
        reject(error);
      }, after);
      pending.then(resolve, reject).finally(() => clearTimeout(this.#timer));
    });
  }

  #expired(): BusError {
    const { type, source: emitter, expirytime } = this.#event;
    return new BusError('event-expired', { type, source: this.#listener.record.source, emitter, expirytime: expirytime! });
  }

  /** Nobody waits for the outcome any more, but an error that is not about the abort itself is still an error. */
  #reportLate(error: unknown): undefined {
    if (this.#call?.signal.reason === error || (error as Error | undefined)?.name === 'AbortError') return;
    const { type, id, source: emitter } = this.#event;
    const { bus, record } = this.#listener;
    bus.report(new BusError('handler-failed', { type, id, emitter, source: record.source, attempts: this.#attempt }, error));
  }
}
