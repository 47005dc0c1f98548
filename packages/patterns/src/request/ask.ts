import { type Bus, BusError, type BusEvent, type EmitOptions } from '@busbar/core';
import { Observable, type Subscriber } from 'rxjs';
import { replierOf } from './answer-key.ts';
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

/** How long a browser's timer can wait; beyond it, it fires at once. */
const longest = 2 ** 31 - 1;

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
  #asked: readonly Replier[] = [];
  /** Those who have still to say something. */
  readonly #open = new Map<number, Replier>();
  #event: BusEvent | undefined;
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
    const { timeout = 10_000, signal } = this.#options;
    if (this.#bus.disposed) throw this.#disposed();
    signal?.throwIfAborted();
    const abort = (): void => this.#observer.error(signal?.reason);
    signal?.addEventListener('abort', abort);
    this.#observer.add(() => signal?.removeEventListener('abort', abort));
    if (timeout <= longest) this.#timer = setTimeout(() => this.#timeOut(timeout), timeout);
    this.#listen();
    if (repliersOf(this.#bus, this.#contract).length > 0) return this.#emit(data);
    if (this.#options.whenNobody !== 'wait') throw noReplier(this.#bus, this.#contract.requested);
    this.#observer.add(awaitReplier(this.#bus, this.#contract, () => this.#emitLate(data)));
  }

  fail(replier: number, failure: Failure, request?: string): void {
    const failed = this.#open.get(replier);
    if (!failed || (request !== undefined && request !== this.#event?.id)) return;
    this.#open.delete(replier);
    this.#observer.next({ replier, source: failed.source, failure });
    this.#endIfDone();
  }

  /** Lets go of everything; who is still at work is told. */
  end(): void {
    clearTimeout(this.#timer);
    for (const replier of this.#asked) replier.askers.delete(this);
    this.#abort();
  }

  #listen(): void {
    const { replied, failed, ended } = this.#contract;
    const { hub, deadLetters } = this.#bus;
    const answers = this.#bus.events$([replied, failed, ...(ended ? [ended] : [])], { delivery: 'sync' });
    this.#observer.add(
      answers.subscribe({ next: (event) => this.#hear(event), complete: () => this.#observer.error(this.#disposed()) }),
    );
    const mine = hub.counts.subscriptions;
    // An answer that cannot be cast to the version that is understood here.
    const letters = deadLetters.subscribe(({ event, error, subscriber }) => {
      if (subscriber?.id === mine && this.#isAnswer(event)) this.fail(replierOf(event), failureOf(error));
    });
    this.#observer.add(letters);
  }

  #emitLate(data: unknown): void {
    if (this.#event || this.#observer.closed) return;
    try {
      this.#emit(data);
    } catch (error) {
      this.#observer.error(error);
    }
  }

  #emit(data: unknown): void {
    const { timeout: _, signal: __, whenNobody: ___, repliers: ____, ...emitting } = this.#options;
    this.#asked = repliersOf(this.#bus, this.#contract);
    for (const replier of this.#asked) {
      this.#open.set(replier.id, replier);
      replier.askers.add(this);
    }
    this.#observer.next({ asked: this.#asked });
    try {
      this.#event = this.#bus.emit(this.#contract.requested, data, emitting satisfies EmitOptions);
    } catch (error) {
      this.#open.clear();
      throw error;
    }
    for (const event of this.#early) this.#hear(event);
    // Somebody who was called while it was emitted may have ended it.
    if (this.#observer.closed) this.#abort();
  }

  #hear(event: BusEvent): void {
    if (!this.#event && this.#open.size > 0) this.#early.push(event);
    const replier = replierOf(event);
    if (!this.#isAnswer(event) || !this.#open.has(replier)) return;
    if (event.type === this.#contract.replied.type) return this.#reply(replier, event);
    if (event.type === this.#contract.failed.type) return this.fail(replier, event.data as Failure);
    this.#open.delete(replier);
    this.#endIfDone();
  }

  #reply(replier: number, { source, data }: BusEvent): void {
    if (this.#options.repliers !== 'all') this.#dismissOthers(replier);
    if (!this.#contract.ended) this.#open.delete(replier);
    this.#observer.next({ replier, source, reply: data });
    this.#endIfDone();
  }

  #dismissOthers(chosen: number): void {
    clearTimeout(this.#timer);
    for (const [id, replier] of this.#open) {
      if (id === chosen) continue;
      this.#open.delete(id);
      replier.abandon(this.#event!.id);
    }
  }

  #abort(): void {
    if (!this.#event || this.#open.size === 0) return;
    const open = [...this.#open.values()];
    this.#open.clear();
    try {
      this.#bus.emit(this.#contract.aborted, { reason: this.#reason }, { cause: this.#event });
    } catch {
      // A bus that is disposed, or may not emit it, has no other way; what was refused is a dead letter.
      for (const replier of open) replier.abandon(this.#event.id);
    }
  }

  #timeOut(after: number): void {
    this.#reason = 'timed-out';
    this.#observer.error(new BusError('timed-out', { type: this.#contract.replied.type, source: this.#bus.source, after }));
  }

  #endIfDone(): void {
    if (this.#open.size === 0) this.#observer.complete();
  }

  #isAnswer({ causationid }: BusEvent): boolean {
    return this.#event !== undefined && causationid === this.#event.id;
  }

  #disposed(): BusError<'disposed'> {
    return new BusError('disposed', { action: 'request', source: this.#bus.source });
  }
}
