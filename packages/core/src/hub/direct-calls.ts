import type { BusEvent } from '../event.ts';
import { HandlerCall } from './handler-call.ts';
import type { Hub, SubscriptionRecord } from './hub.ts';

/** What the calls are made for. */
interface Giver {
  readonly event: BusEvent;
  /** Tells all who are still to be given the event that it waits for them. */
  makeKnown(): void;
  /** Whether it is the one that is given the event. */
  isCalling(subscription: SubscriptionRecord): boolean;
}

/**
 * The short way from an event to handlers: one loop calls those of subscriptions that are free, where no stage, line or
 * clock would have anything to do. On most pages that is most of what happens.
 *
 * What is not over with the call (a promise, an error, a signal that was asked for) goes on along the long way, with this
 * call as its first try. So both ways come to the same.
 *
 * A hub has one for each of its queues, since none gives a second event while it gives one.
 */
export class DirectCalls {
  #hub: Hub | undefined;
  #giver: Giver | undefined;
  /** One for all handlers, as long as none asks for its signal. */
  #call = new HandlerCall(1);
  #outerEvent: BusEvent | undefined;
  #outerCalls: DirectCalls | undefined;

  /** From now on the page knows whose event the handlers are called with. */
  begin(hub: Hub, giver: Giver): void {
    this.#hub = hub;
    this.#giver = giver;
    // A handler of before may have kept it, and asked only then.
    if (this.#call.isAsked) this.#call = new HandlerCall(1);
    this.#outerEvent = hub.handling;
    this.#outerCalls = hub.calling;
    hub.handling = giver.event;
    hub.calling = this;
  }

  end(): void {
    const hub = this.#hub!;
    hub.handling = this.#outerEvent;
    hub.calling = this.#outerCalls;
    this.#giver = this.#outerEvent = this.#outerCalls = undefined;
  }

  /** Calls the handler of a subscription that is free. */
  make(subscription: SubscriptionRecord, event: BusEvent): void {
    const { handler } = subscription;
    let answer: unknown;
    try {
      answer = handler(event, this.#call);
    } catch (error) {
      return this.#handOver(subscription, throwing(error));
    }
    if (isOver(answer) && !this.#call.isAsked) subscription.delivered++;
    else this.#handOver(subscription, answering(answer));
  }

  /** Whether the handler of a subscription is called and has not answered yet: by these calls, or by those in which these are made. */
  isCalling(subscription: SubscriptionRecord): boolean {
    return this.#isCallingNow(subscription) || !!this.#outerCalls?.isCalling(subscription);
  }

  /** Aborts the signal of a handler that is called, also where it asks for it later. */
  abort(subscription: SubscriptionRecord, reason: unknown): void {
    if (this.#isCallingNow(subscription)) this.#call.abort(reason);
    else this.#outerCalls?.abort(subscription, reason);
  }

  makeKnown(): void {
    this.#giver?.makeKnown();
  }

  #isCallingNow(subscription: SubscriptionRecord): boolean {
    return !!this.#giver?.isCalling(subscription);
  }

  #handOver(subscription: SubscriptionRecord, outcome: () => unknown): void {
    const call = this.#call;
    const hub = this.#hub!;
    const giver = this.#giver!;
    this.#call = new HandlerCall(1);
    // What is told of an outcome runs code that people handed in.
    giver.makeKnown();
    this.end();
    subscription.goOn(giver.event, call, outcome);
    this.begin(hub, giver);
  }
}

// Functions that were made where the handler is called would cost each call something, also if they are not needed.
function answering(answer: unknown): () => unknown {
  return () => answer;
}

function throwing(error: unknown): () => never {
  return () => {
    throw error;
  };
}

/** Whether an event has nothing that a stage of receiving would have to look at, or a store of dead letters to hear of. */
export function needsNoStage({ idempotencykey, expirytime, redriveof }: BusEvent): boolean {
  return idempotencykey === undefined && expirytime === undefined && redriveof === undefined;
}

/** Whether a handler has answered with what can be no promise. */
function isOver(answer: unknown): boolean {
  return (typeof answer !== 'object' && typeof answer !== 'function') || answer === null;
}
