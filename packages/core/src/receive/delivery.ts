import type { RetryOptions } from '../bus.ts';
import { BusError, isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { isLate, isThenable } from '../is-thenable.ts';
import { startTimer } from '../start-timer.ts';
import { callHandler, createCall, type HandlerCall } from './call-handler.ts';
import { deadLetter } from './dead-letter.ts';
import { refuseExpired } from './expire.ts';
import type { Listener } from './listener.ts';

/** One delivery in eight is timed: reading the clock costs more than a fast handler. */
const sampling = 8;

/** A delivery that was begun and is not done. */
export interface Delivery {
  /** Resolves when it is over, whatever its outcome; never rejects. */
  readonly settled: Promise<void>;
  /** Lets go: the handler's signal aborts, time-outs and retries end, nothing becomes a dead letter. */
  abort(reason: unknown): void;
}

/**
 * Brings one event to one handler: tries, tries again, acknowledges or makes it a dead letter. Answers nothing when it
 * is done already.
 */
export function deliverTo(listener: Listener, event: BusEvent): Delivery | undefined {
  const { options, counts, times, record, bus } = listener;
  const { type, id, source: emitter } = event;
  const { source } = record;
  let attempts = 0;
  let firstTime: number | undefined;
  let call: HandlerCall;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let limitTimer: ReturnType<typeof setTimeout> | undefined;
  let aborted = false;

  function run(): Promise<void> | undefined {
    const begun = counts.delivered % sampling ? undefined : performance.now();
    try {
      call = createCall(++attempts);
      refuseExpired(event, source);
      const result = callHandler(listener, event, call);
      if (!isThenable(result)) return acknowledge(begun);
      return limited(result).then(() => acknowledge(begun), fail);
    } catch (error) {
      return fail(error);
    }
  }

  function acknowledge(begun: number | undefined): undefined {
    if (aborted) return;
    counts.delivered++;
    bus.hub.counts.delivered++;
    if (begun === undefined) return;
    const took = performance.now() - begun;
    times.lag = Date.now() - event.time - took;
    times.measured++;
    times.last = took;
    times.total += took;
    times.max = Math.max(times.max, took);
  }

  function fail(cause: unknown): Promise<void> | undefined {
    const known = isBusError(cause, 'policy-refused') || isBusError(cause, 'event-expired');
    const error = known ? cause : new BusError('handler-failed', { type, id, emitter, source, attempts }, cause);
    if (aborted || record.ended) {
      // Nobody waits for the outcome any more, but an error that is not about the abort is still an error.
      if (cause !== call.signal.reason && (cause as Error)?.name !== 'AbortError') bus.report(error);
      return;
    }
    counts.failed++;
    firstTime ??= Date.now();
    const delay = known ? undefined : retryDelay(cause);
    if (delay === undefined) return void deadLetter(listener, event, error, { attempts, firstTime });
    counts.retried++;
    return new Promise<void>((resolve) => {
      retryTimer = setTimeout(resolve, delay);
    }).then(run);
  }

  /** The handler's promise, or a rejection when it takes longer than the subscription allows. */
  function limited(pending: PromiseLike<unknown>): Promise<unknown> {
    const after = options.timeout;
    if (after === undefined) return Promise.resolve(pending);
    return new Promise((resolve, reject) => {
      const timer = startTimer(() => {
        const error = new BusError('timed-out', { type, source, after });
        call.abort(error);
        reject(error);
      }, after);
      limitTimer = timer;
      pending.then(resolve, reject).then(() => clearTimeout(timer));
    });
  }

  /** Grows by `factor` up to `maxDelay`, less a random share, so that many do not come back at the same moment. */
  function retryDelay(error: unknown): number | undefined {
    const { retry } = options;
    const wish: RetryOptions = typeof retry === 'object' ? retry : { attempts: retry ?? 0 };
    const told = { callback: 'retry.when', type, source };
    if (attempts > wish.attempts) return undefined;
    try {
      const answer: unknown = wish.when?.(error, attempts) ?? true;
      if (isLate(answer)) bus.report(new BusError('async-callback', told));
      if (answer !== true) return undefined;
    } catch (failure) {
      bus.report(new BusError('callback-failed', told, failure));
      return undefined;
    }
    const { delay = 100, factor = 2, maxDelay = 30_000, jitter = 0.2 } = wish;
    return Math.min(delay * factor ** (attempts - 1), maxDelay, 2 ** 31 - 1) * (1 - jitter * Math.random());
  }

  const settled = run();
  if (!settled) return undefined;
  return {
    settled,
    abort(reason) {
      aborted = true;
      clearTimeout(limitTimer);
      clearTimeout(retryTimer);
      call.abort(reason);
    },
  };
}
