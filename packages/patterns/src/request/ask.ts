import { type Bus, BusError, type BusEvent, isBusError, whenDisposed } from '@busbar/core';
import { Observable, type Subscriber } from 'rxjs';
import { longestTimer } from '../longest-timer.ts';
import { replierOf } from './answer-key.ts';
import { AskedRepliers } from './asked-repliers.ts';
import { type Failure, failureOf } from './failure.ts';
import { type Asker, awaitReplier, type Replier, repliersOf } from './repliers.ts';
import type { AnyRequestContract } from './request-contract.ts';
import { noReplier } from './request-errors.ts';
import type { RequestOptions } from './request-options.ts';

/** One thing that is said to an asker: who is asked, to begin with, then what each of them answers. */
export type Said<Reply = unknown> =
  | { readonly asked: readonly Replier[] }
  | { readonly replier: number; readonly source: string; readonly reply: Reply }
  | { readonly replier: number; readonly source: string; readonly failure: Failure };

/**
 * Asks those who reply to a request, and tells what they say until each of them has said the last. Cold. Errors with
 * `no-replier`, `timed-out`, `disposed`, the signal's reason, or what `emit` refuses the request for.
 */
export function ask(bus: Bus, contract: AnyRequestContract, data: unknown, options: RequestOptions): Observable<Said> {
  return new Observable((observer) => {
    const question = new Question(bus, contract, options, observer);
    observer.add(() => question.end());
    question.begin(data);
  });
}

/** One request on its way: who has still to answer, and what ends it. */
class Question implements Asker {
  readonly #bus: Bus;
  readonly #contract: AnyRequestContract;
  readonly #options: RequestOptions;
  readonly #observer: Subscriber<Said>;
  readonly #repliers = new AskedRepliers();
  #event: BusEvent | undefined;
  #isEmitting = false;
  /** What was said while the request was being emitted, by those who answer at once. */
  readonly #early: BusEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reason = 'aborted';

  constructor(bus: Bus, contract: AnyRequestContract, options: RequestOptions, observer: Subscriber<Said>) {
    this.#bus = bus;
    this.#contract = contract;
    this.#options = options;
    this.#observer = observer;
  }

  begin(data: unknown): void {
    const { timeout = 10_000, signal, whenNobody } = this.#options;
    const { source } = this.#bus;
    if (this.#bus.disposed) throw new BusError('disposed', { action: 'request', source });
    signal?.throwIfAborted();
    this.#listen();
    const repliers = repliersOf(this.#bus, this.#contract);
    if (repliers.length === 0 && whenNobody !== 'wait') throw noReplier(this.#bus, this.#contract.requested);
    const abort = (): void => this.#giveUp(signal?.reason);
    signal?.addEventListener('abort', abort);
    this.#observer.add(() => signal?.removeEventListener('abort', abort));
    if (timeout <= longestTimer) this.#timer = setTimeout(() => this.#timeOut(timeout), timeout);
    if (repliers.length > 0) this.#emit(data, repliers);
    else this.#observer.add(awaitReplier(this.#bus, this.#contract, () => queueMicrotask(() => this.#emitLate(data))));
  }

  fail(replier: number, failure: Failure, request?: string): void {
    const failed = this.#repliers.find(replier);
    // A bus that goes away with its repliers has an end of its own.
    if (!failed || this.#bus.disposed || (request !== undefined && request !== this.#event?.id)) return;
    this.#repliers.close(replier);
    this.#observer.next({ replier, source: failed.source, failure });
    this.#endIfDone();
  }

  /** Lets go of everything; who is still at work is told. */
  end(): void {
    clearTimeout(this.#timer);
    // Nobody can be told to stop before the request has an id.
    if (this.#isEmitting) return;
    const open = this.#repliers.leave(this);
    const { id } = this.#event ?? {};
    if (!id || open.length === 0) return;
    try {
      this.#bus.emit(this.#contract.aborted, { reason: this.#reason }, { cause: this.#event! });
    } catch {
      // A bus that is disposed, or may not emit it, has no other way; what was refused is a dead letter.
      for (const replier of open) replier.abandon(id);
    }
  }

  #listen(): void {
    const { replied, failed, ended } = this.#contract;
    const { hub, source } = this.#bus;
    const answers = this.#bus.on([replied, failed, ...(ended ? [ended] : [])], (event) => this.#hear(event), {
      delivery: 'sync',
      // Of many who ask at the same time, each would otherwise take and remember the answers to all.
      where: (event) => this.#isHeard(event),
    });
    const mine = hub.counts.subscriptions;
    // An answer that cannot be cast to the version that is understood here.
    const letters = this.#bus.deadLetters.subscribe(({ event, error, subscriber }) => {
      if (subscriber?.id === mine && this.#isAnswer(event)) this.fail(replierOf(event), failureOf(error));
    });
    const forget = whenDisposed(this.#bus, () => this.#observer.error(new BusError('disposed', { action: 'request', source })));
    for (const end of [answers, letters, forget]) this.#observer.add(end);
  }

  /** Asks who has come, unless they have gone again at once, as what is mounted twice does. */
  #emitLate(data: unknown): void {
    const repliers = repliersOf(this.#bus, this.#contract);
    if (this.#event || this.#observer.closed || repliers.length === 0) return;
    try {
      this.#emit(data, repliers);
    } catch (error) {
      this.#observer.error(error);
    }
  }

  #emit(data: unknown, repliers: readonly Replier[]): void {
    const { cause, correlationid, idempotencykey } = this.#options;
    const given = Object.entries({ cause, correlationid, idempotencykey }).filter(([, value]) => value !== undefined);
    this.#repliers.join(repliers, this);
    this.#observer.next({ asked: repliers });
    this.#isEmitting = true;
    try {
      this.#event = this.#bus.emit(this.#contract.requested, data, Object.fromEntries(given));
    } finally {
      this.#isEmitting = false;
      // Somebody who was called meanwhile may have ended it.
      if (this.#observer.closed) this.end();
    }
    for (const event of this.#early) this.#hear(event);
  }

  #hear(event: BusEvent): void {
    if (!this.#isHeard(event)) return;
    if (!this.#event) return void this.#early.push(event);
    const replier = replierOf(event);
    const { replied, failed } = this.#contract;
    if (event.type === replied.type) return this.#reply(replier, event);
    if (event.type === failed.type) return this.fail(replier, event.data as Failure);
    this.#repliers.close(replier);
    this.#endIfDone();
  }

  #reply(replier: number, { source, data, causationid }: BusEvent): void {
    if (this.#options.repliers !== 'all') {
      clearTimeout(this.#timer);
      this.#repliers.dismissOthers(replier, causationid!);
    }
    if (!this.#contract.ended) this.#repliers.close(replier);
    this.#observer.next({ replier, source, reply: data });
    this.#endIfDone();
  }

  #timeOut(after: number): void {
    this.#reason = 'timed-out';
    this.#giveUp(new BusError('timed-out', { type: this.#contract.replied.type, source: this.#bus.source, after }));
  }

  /** Whose time is over before anybody came has asked nobody, which those who would have to undo something want to know. */
  #giveUp(error: unknown): void {
    const isInVain = !this.#event && isTimeOut(error);
    this.#observer.error(isInVain ? noReplier(this.#bus, this.#contract.requested, error) : error);
  }

  #endIfDone(): void {
    if (this.#repliers.areDone) this.#observer.complete();
  }

  /** Whether it is an answer of who was asked, as far as that can be told while the request is still being emitted. */
  #isHeard(event: BusEvent): boolean {
    return this.#repliers.find(replierOf(event)) !== undefined && (!this.#event || this.#isAnswer(event));
  }

  #isAnswer({ causationid }: BusEvent): boolean {
    return this.#event !== undefined && causationid === this.#event.id;
  }
}

/** Says whether a time is over: one of Busbar's, or that of an `AbortSignal.timeout`. */
function isTimeOut(error: unknown): boolean {
  return isBusError(error, 'timed-out') || (error instanceof Error && error.name === 'TimeoutError');
}
