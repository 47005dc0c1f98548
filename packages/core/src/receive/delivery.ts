import { BusError, isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import type { Link } from '../hub/chain.ts';
import { isTimed } from '../hub/clock.ts';
import { HandlerCall } from '../hub/handler-call.ts';
import { isThenable } from '../is-thenable.ts';
import { startTimer, type Timer } from '../start-timer.ts';
import { acknowledge } from './acknowledge.ts';
import { callHandler } from './call-handler.ts';
import { deadLetter, isByRule } from './dead-letter.ts';
import { refuseExpired } from './expire.ts';
import { updateFree } from './free.ts';
import { noteWait } from './lag.ts';
import type { Listener } from './listener.ts';
import { retryDelay } from './retry-delay.ts';
import { stateOf } from './watch-policy.ts';

/** One event on its way through one handler: tried, tried again, acknowledged or made a dead letter. */
export class Delivery implements Link {
  readonly event: BusEvent;
  older: Link | undefined;
  newer: Link | undefined;
  readonly #listener: Listener;
  #attempts = 0;
  #firstTime: number | undefined;
  /** When the try began, of events that are timed. */
  #begun: number | undefined;
  #call: HandlerCall | undefined;
  #timer: Timer | undefined;
  #aborted = false;

  /** It is among those that run from its beginning until its outcome is counted. */
  constructor(listener: Listener, event: BusEvent) {
    this.#listener = listener;
    this.event = event;
  }

  /** Answers nothing if it is over at once, else a promise that resolves when it is over or abandoned. */
  begin(): Promise<void> | void {
    this.#listener.running.add(this);
    // What it emits itself has to wait behind it.
    updateFree(this.#listener);
    return this.#try();
  }

  /** The same, where the first try was made already: `outcome` answers or throws what the handler did. */
  goOn(call: HandlerCall, outcome: () => unknown): Promise<void> | void {
    this.#call = call;
    this.#attempts = 1;
    this.#aborted = this.#listener.ended;
    if (!this.#aborted) this.#listener.running.add(this);
    try {
      return this.#await(outcome(), call);
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** Lets go: the handler's signal aborts, time-outs and retries end, nothing becomes a dead letter. */
  abort(reason: unknown): void {
    this.#aborted = true;
    this.#timer?.stop();
    this.#call?.abort(reason);
  }

  #try(): Promise<void> | void {
    const listener = this.#listener;
    const { event } = this;
    try {
      refuseExpired(event, listener.source);
      const attempt = ++this.#attempts;
      if (isTimed(listener.bus.hub, event)) this.#begun = performance.now();
      if (attempt === 1) noteWait(listener, event);
      // Whoever was told of a lag at once may have ended the subscription.
      if (listener.ended) return;
      this.#call = new HandlerCall(attempt);
      return this.#await(callHandler(listener, event, this.#call), this.#call);
    } catch (error) {
      return this.#fail(error);
    }
  }

  #await(result: unknown, call: HandlerCall): Promise<void> | void {
    if (!isThenable(result)) return this.#succeed();
    return Promise.race([result, this.#timeOut(call)]).then(
      () => {
        this.#timer?.stop();
        if (!this.#aborted) this.#succeed();
      },
      (error) => this.#fail(error),
    );
  }

  #succeed(): void {
    // What it emitted may have taken its place meanwhile.
    if (this.#aborted && !this.#listener.ended) return;
    this.#noteHandling();
    this.#listener.running.delete(this);
    acknowledge(this.#listener, this.event);
  }

  #noteHandling(): void {
    if (this.#begun !== undefined) this.#listener.handlingTime.add(performance.now() - this.#begun);
  }

  #fail(cause: unknown): Promise<void> | void {
    this.#timer?.stop();
    const listener = this.#listener;
    // What a policy refuses is no try.
    const attempts = this.#attempts - Number(isBusError(cause, 'policy-refused'));
    const { event } = this;
    const { figures, bus, source, options } = listener;
    const { type, id, source: emitter } = event;
    const byRule = isByRule(cause);
    const error = byRule ? cause : new BusError('handler-failed', { type, id, emitter, source, attempts }, cause);
    if (this.#aborted || listener.ended) {
      // Nobody waits for the outcome any more, but an error that is not about the abort is still an error.
      if (!byRule && cause !== this.#call?.signal.reason && !isAbortError(cause)) bus.report(error);
      return;
    }
    if (!byRule) {
      figures.failed++;
      this.#noteHandling();
    }
    this.#firstTime ??= Date.now();
    // While the breaker is open a retry would be refused, and keep those that follow waiting.
    const isOver = byRule || stateOf(options.policy) === 'open';
    const delay = isOver ? undefined : retryDelay(listener, event, cause, attempts);
    if (delay === undefined) {
      listener.running.delete(this);
      return deadLetter(listener, event, error, { attempts, firstTime: this.#firstTime });
    }
    figures.retried++;
    return new Promise<void>((resolve) => {
      this.#timer = startTimer(bus.hub, resolve, delay);
    }).then(() => this.#try());
  }

  /** Rejects when the try takes longer than the subscription allows; never resolves. */
  #timeOut(call: HandlerCall): Promise<never> {
    const { source, options, bus } = this.#listener;
    const { timeout: after = Infinity } = options;
    return new Promise((_resolve, reject) => {
      // The handler may have ended its own subscription before its first await.
      if (this.#aborted) return;
      this.#timer = startTimer(
        bus.hub,
        () => {
          const error = new BusError('timed-out', { type: this.event.type, source, after });
          // In this order, so that a handler that gives in at once is late all the same.
          reject(error);
          call.abort(error);
        },
        after,
      );
    });
  }
}

function isAbortError(error: unknown): boolean {
  try {
    return (error as Error).name === 'AbortError';
  } catch {
    // What has no name, or throws when it is looked at.
    return false;
  }
}
