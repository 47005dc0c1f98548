import { ask } from '../ask.ts';
import type { RetryOptions } from '../bus.ts';
import { BusError, isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { isThenable } from '../is-thenable.ts';
import { longest, startTimer } from '../start-timer.ts';
import { callHandler } from './call-handler.ts';
import { deadLetter, isByRule } from './dead-letter.ts';
import { refuseExpired } from './expire.ts';
import { HandlerCall } from './handler-call.ts';
import type { Listener } from './listener.ts';

/** One delivery in eight is timed: reading the clock costs more than a fast handler. */
const sampling = 8;

/** One event on its way through one handler: tried, tried again, acknowledged or made a dead letter. */
export class Delivery {
  /** Resolves when it is over, whatever its outcome; never rejects. Absent if it is over already. */
  readonly settled: Promise<void> | undefined;
  readonly event: BusEvent;
  readonly #listener: Listener;
  #attempts = 0;
  #firstTime: number | undefined;
  #call: HandlerCall | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #aborted = false;

  /** Begins at once. */
  constructor(listener: Listener, event: BusEvent) {
    this.#listener = listener;
    this.event = event;
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
    const begun = listener.figures.delivered % sampling ? undefined : performance.now();
    try {
      refuseExpired(this.event, listener.source);
      this.#call = new HandlerCall(++this.#attempts);
      const result = callHandler(listener, this.event, this.#call);
      if (!isThenable(result)) return this.#acknowledge(begun);
      return Promise.race([result, this.#timeOut(this.#call)]).then(
        () => this.#acknowledge(begun),
        (error) => this.#fail(error),
      );
    } catch (error) {
      return this.#fail(error);
    }
  }

  #acknowledge(begun: number | undefined): undefined {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#aborted) return;
    const listener = this.#listener;
    const { figures, handlerTime } = listener;
    figures.delivered++;
    listener.bus.hub.counts.delivered++;
    if (begun === undefined) return;
    const took = performance.now() - begun;
    figures.lag = Math.max(0, Date.now() - this.event.time - took);
    handlerTime.last = took;
    handlerTime.mean += (took - handlerTime.mean) / ++listener.measured;
    handlerTime.max = Math.max(handlerTime.max, took);
  }

  #fail(cause: unknown): Promise<void> | undefined {
    clearTimeout(this.#timer);
    const listener = this.#listener;
    const { figures, bus, source } = listener;
    const { type, id, source: emitter } = this.event;
    const attempts = this.#attempts;
    const byRule = isByRule(cause);
    const error = byRule ? cause : new BusError('handler-failed', { type, id, emitter, source, attempts }, cause);
    if (this.#aborted || listener.ended) {
      // Nobody waits for the outcome any more, but an error that is not about the abort is still an error.
      if (cause !== this.#call?.signal.reason && (cause as Error | undefined)?.name !== 'AbortError') bus.report(error);
      return undefined;
    }
    if (!isBusError(cause, 'event-expired')) figures.failed++;
    this.#firstTime ??= Date.now();
    const delay = byRule ? undefined : this.#retryDelay(cause);
    if (delay === undefined) {
      deadLetter(listener, this.event, error, { attempts, firstTime: this.#firstTime });
      return undefined;
    }
    figures.retried++;
    return new Promise<void>((resolve) => {
      this.#timer = setTimeout(resolve, delay);
    }).then(() => this.#try());
  }

  /** Rejects when the try takes longer than the subscription allows; never resolves. */
  #timeOut(call: HandlerCall): Promise<never> {
    const { source, options } = this.#listener;
    const { timeout: after = Infinity } = options;
    return new Promise((_resolve, reject) => {
      this.#timer = startTimer(() => {
        const error = new BusError('timed-out', { type: this.event.type, source, after });
        // In this order, so that a handler that gives in at once is late all the same.
        reject(error);
        call.abort(error);
      }, after);
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
    if (this.#attempts > attempts) return undefined;
    const { type } = this.event;
    const { source, bus } = this.#listener;
    const isWorthIt = !when || ask({ callback: 'retry.when', type, source }, () => when(error, this.#attempts), bus.report);
    return isWorthIt
      ? Math.min(delay * factor ** (this.#attempts - 1), maxDelay, longest) * (1 - jitter * Math.random())
      : undefined;
  }
}
