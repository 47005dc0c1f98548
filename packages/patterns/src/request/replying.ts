import {
  type AnyEventContract,
  type Bus,
  type BusEvent,
  type HandlerContext,
  type SubscribeOptions,
  whenDisposed,
} from '@busbar/core';
import { type Observer, Subscription } from 'rxjs';
import { answerKey } from './answer-key.ts';
import { type Failure, failureOf, isCoded, replierGone } from './failure.ts';
import type { ReplyHandler } from './handler-answer.ts';
import { HandlerRuns } from './handler-runs.ts';
import { type Asker, joinRepliers, type Replier } from './repliers.ts';
import type { ReplyOptions } from './reply-options.ts';
import type { AnyRequestContract } from './request-contract.ts';

/** How many requests are remembered that are not wanted any more before their turn has come. */
const mostUnwanted = 1_000;

/** A replier at work. */
export class Replying implements Replier {
  readonly id: number;
  readonly source: string;
  readonly askers = new Set<Asker>();
  readonly #bus: Bus;
  readonly #contract: AnyRequestContract;
  readonly #handler: ReplyHandler<AnyRequestContract>;
  readonly #runs: HandlerRuns;
  /** Requests that are being answered, by their ids. */
  readonly #answering = new Map<string, { readonly event: BusEvent; readonly saying: Subscription }>();
  readonly #unwanted = new Set<string>();
  readonly #listening = new Subscription();
  /** Handlers that have been called and have not returned. */
  #calling = 0;
  #ended = false;

  constructor(bus: Bus, contract: AnyRequestContract, handler: ReplyHandler<AnyRequestContract>, options: ReplyOptions) {
    const { remember = 1_000, signal, overlap = 'parallel', ...receiving } = options;
    this.#bus = bus;
    this.#contract = contract;
    this.#handler = handler;
    this.#runs = new HandlerRuns(contract.ended !== undefined, remember);
    this.source = bus.source;
    const end = (): void => this.end();
    // First of all, so that it knows that it has ended before its handlers hear of it.
    this.#listening.add(whenDisposed(bus, end));
    try {
      this.id = this.#listen({ ...receiving, overlap, dedupe: false, replay: false });
    } catch (error) {
      this.#listening.unsubscribe();
      throw error;
    }
    this.#listening.add(joinRepliers(bus, contract, this));
    signal?.addEventListener('abort', end);
    this.#listening.add(() => signal?.removeEventListener('abort', end));
  }

  abandon(request: string): void {
    // Not while whoever gives up is at work.
    queueMicrotask(() => this.#drop(request));
  }

  /** Ends it; those who wait for its answers are told. A handler that ends it may still return its answer. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#listening.unsubscribe();
    if (this.#calling === 0) this.#leave();
  }

  /** Answers the id of the subscription. */
  #listen(options: SubscribeOptions): number {
    const { requested, aborted } = this.#contract;
    this.#listening.add(this.#bus.on(aborted, ({ causationid }) => this.#drop(causationid!)));
    this.#listening.add(this.#bus.on(requested, (event, call) => this.#answer(event, call), options));
    const id = this.#bus.hub.counts.subscriptions;
    // Retries that came to nothing, time-outs, policies, queues that are full, casts that fail.
    const letters = this.#bus.deadLetters.subscribe(({ event, error, subscriber }) => {
      if (subscriber?.id === id) this.#tell(event, failureOf(error));
    });
    this.#listening.add(letters);
    return id;
  }

  #answer(event: BusEvent, { signal: given, attempt }: HandlerContext): Promise<void> | void {
    if (this.#unwanted.delete(event.id) || this.#answering.has(event.id)) return;
    return new Promise((resolve, reject) => {
      const saying = new Subscription(() => this.#answering.delete(event.id));
      saying.add(resolve);
      this.#answering.set(event.id, { event, saying });
      given.addEventListener('abort', () => this.#ended || saying.unsubscribe());
      const fail = (error: unknown): void => {
        if (isCoded(error)) this.#tell(event, failureOf(error));
        else reject(error);
        saying.unsubscribe();
      };
      this.#calling++;
      const replies$ = this.#runs.repliesTo(event, (signal) => this.#handler(event.data, { signal, event, attempt }));
      saying.add(replies$.subscribe(this.#speaker(event, attempt, saying, fail)));
      this.#calling--;
      if (this.#ended && this.#calling === 0) this.#leave();
    });
  }

  #drop(request: string): void {
    const answer = this.#answering.get(request);
    if (answer) return answer.saying.unsubscribe();
    this.#unwanted.add(request);
    if (this.#unwanted.size > mostUnwanted) this.#unwanted.delete(this.#unwanted.values().next().value!);
  }

  #speaker(event: BusEvent, attempt: number, saying: Subscription, fail: (error: unknown) => void): Observer<unknown> {
    const { replied, ended } = this.#contract;
    let replies = 0;
    const say = (contract: AnyEventContract, data: unknown): void => {
      // A bus that is silent is a replier that has gone.
      if (saying.closed || this.#bus.disposed) return;
      try {
        this.#emit(contract, data, event, `${attempt}/${replies++}`);
      } catch (error) {
        this.#runs.forget(event);
        fail(error);
      }
    };
    return {
      next: (reply) => say(replied, reply),
      error: fail,
      complete() {
        if (ended) say(ended, { replies });
        saying.unsubscribe();
      },
    };
  }

  #tell(event: BusEvent, failure: Failure): void {
    try {
      this.#emit(this.#contract.failed, failure, event, 'failed');
    } catch {
      // Not while a request is still being emitted. What was refused is a dead letter.
      queueMicrotask(() => this.#tellAskers(failure, event.id));
    }
  }

  #tellAskers(failure: Failure, request?: string): void {
    for (const asker of [...this.askers]) asker.fail(this.id, failure, request);
  }

  #emit(contract: AnyEventContract, data: unknown, cause: BusEvent, place: Parameters<typeof answerKey>[2]): void {
    this.#bus.emit(contract, data, { cause, idempotencykey: answerKey(cause, this.id, place) });
  }

  #leave(): void {
    for (const { event, saying } of [...this.#answering.values()]) {
      if (!this.#bus.disposed) this.#tell(event, replierGone);
      saying.unsubscribe();
    }
    this.#runs.abort();
    // Not while an answer may still be on its way to them.
    queueMicrotask(() => this.#tellAskers(replierGone));
  }
}
