import type { RetryOptions } from '../bus.ts';
import { BusError, type BusErrorDetails, isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { isLate, isThenable } from '../is-thenable.ts';
import { startTimer } from '../start-timer.ts';
import { callHandler } from './call-handler.ts';
import { deadLetter } from './dead-letter.ts';
import { refuseExpired } from './expire.ts';
import { HandlerCall } from './handler-call.ts';
import type { Listener } from './listener.ts';

/** One delivery in eight is timed: reading the clock costs more than a fast handler. */
const sampling = 8;

/** One event on its way through one handler: tried, tried again, acknowledged or made a dead letter. */
export class Delivery {
  /** Resolves when it is over, whatever its outcome; never rejects. Absent if it is over already. */
  readonly settled: Promise<void> | undefined;
  readonly #listener: Listener;
  readonly #event: BusEvent;
  #attempts = 0;
  #firstTime: number | undefined;
  #call: HandlerCall | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #aborted = false;

  /** Begins at once. */
  constructor(listener: Listener, event: BusEvent) {
    this.#listener = listener;
    this.#event = event;
    this.settled = this.#try();
  }

  /** Lets go: the handler's signal aborts, time-outs and retries end, nothing becomes a dead letter. */
  abort(reason: unknown): void {
    this.#aborted = true;
    clearTimeout(this.#timer);
    this.#call?.abort(reason);
  }

  #try(): Promise<void> | undefined {
    const listener = this.#listener;
    const begun = listener.counts.delivered % sampling ? undefined : performance.now();
    try {
      refuseExpired(this.#event, listener.record.source);
      this.#call = new HandlerCall(++this.#attempts);
      const result = callHandler(listener, this.#event, this.#call);
      if (!isThenable(result)) return this.#acknowledge(begun);
      return this.#limited(result, this.#call).then(
        () => this.#acknowledge(begun),
        (error) => this.#fail(error),
      );
    } catch (error) {
      return this.#fail(error);
    }
  }

  #acknowledge(begun: number | undefined): undefined {
    if (this.#aborted) return;
    const { counts, times, bus } = this.#listener;
    counts.delivered++;
    bus.hub.counts.delivered++;
    if (begun === undefined) return;
    const took = performance.now() - begun;
    times.lag = Math.max(0, Date.now() - this.#event.time - took);
    times.last = took;
    times.total += took;
    times.measured++;
    times.max = Math.max(times.max, took);
  }

  #fail(cause: unknown): Promise<void> | undefined {
    const { record, counts, bus } = this.#listener;
    const isByRule = isBusError(cause, 'policy-refused') || isBusError(cause, 'event-expired');
    const { id, source: emitter } = this.#event;
    const error = isByRule ? cause : this.#error('handler-failed', { id, emitter, attempts: this.#attempts }, cause);
    if (this.#aborted || record.ended) {
      // Nobody waits for the outcome any more, but an error that is not about the abort is still an error.
      if (cause !== this.#call?.signal.reason && (cause as Error | undefined)?.name !== 'AbortError') bus.report(error);
      return undefined;
    }
    if (!isBusError(cause, 'event-expired')) counts.failed++;
    this.#firstTime ??= Date.now();
    const delay = isByRule ? undefined : this.#retryDelay(cause);
    if (delay === undefined) {
      deadLetter(this.#listener, this.#event, error, { attempts: this.#attempts, firstTime: this.#firstTime });
      return undefined;
    }
    counts.retried++;
    return new Promise<void>((resolve) => {
      this.#timer = setTimeout(resolve, delay);
    }).then(() => this.#try());
  }

  /** The handler's promise, or a rejection when it takes longer than the subscription allows. */
  #limited(pending: PromiseLike<unknown>, call: HandlerCall): Promise<unknown> {
    const after = this.#listener.options.timeout;
    if (after === undefined) return Promise.resolve(pending);
    return new Promise((resolve, reject) => {
      const timer = startTimer(() => {
        const error = this.#error('timed-out', { after });
        call.abort(error);
        reject(error);
      }, after);
      this.#timer = timer;
      Promise.resolve(pending)
        .then(resolve, reject)
        .then(() => clearTimeout(timer));
    });
  }

  /** Grows by `factor` up to `maxDelay`, less a random share, so that many do not come back at the same moment. */
  #retryDelay(error: unknown): number | undefined {
    const { retry = 0 } = this.#listener.options;
    const {
      attempts,
      delay = 100,
      factor = 2,
      maxDelay = 30_000,
      jitter = 0.2,
      when,
    }: RetryOptions = typeof retry === 'object' ? retry : { attempts: retry };
    if (this.#attempts > attempts || !this.#isWorthRetry(when, error)) return undefined;
    return Math.min(delay * factor ** (this.#attempts - 1), maxDelay, 2 ** 31 - 1) * (1 - jitter * Math.random());
  }

  #isWorthRetry(when: RetryOptions['when'], error: unknown): boolean {
    const { report } = this.#listener.bus;
    const told = { callback: 'retry.when' };
    try {
      const answer: unknown = when ? when(error, this.#attempts) : true;
      if (isLate(answer)) report(this.#error('async-callback', told));
      else return Boolean(answer);
    } catch (failure) {
      report(this.#error('callback-failed', told, failure));
    }
    return false;
  }

  /** An error that says which event and which subscriber it is about. */
  #error<Code extends 'handler-failed' | 'timed-out' | 'async-callback' | 'callback-failed'>(
    code: Code,
    details: Omit<BusErrorDetails[Code], 'type' | 'source'>,
    cause?: unknown,
  ): BusError {
    const { source } = this.#listener.record;
    return new BusError(code, { type: this.#event.type, source, ...details } as BusErrorDetails[Code], cause);
  }
}
