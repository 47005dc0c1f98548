import type { AnyEventContract, BusEvent, EmitOptions, EventOf, InputOf, RetryOptions } from '@busbar/core';
import type { AnyRequestContract, ReplyOutput, RequestInput } from '../../request/request-contract.ts';
import type { RequestOptions } from '../../request/request-options.ts';
import type { SagaFailure, StepOutcome } from '../state/saga-events.ts';

/** What a step emits carries the saga's cause, correlation and key; the rest can be said. */
export type StepEmitOptions = Pick<EmitOptions, 'subject' | 'ttl'>;

/** How a step asks. A replier that is not there yet is waited for, as after a reload; the step's `timeout` is that of the request. */
export type StepRequestOptions = Pick<RequestOptions, 'timeout' | 'whenNobody'>;

/** How to wait for an event in a step. */
export interface ExpectOptions<Event extends BusEvent = BusEvent> {
  /** Passes over events that it answers `false` for. Default: events of another correlation than the saga's. */
  where?(event: Event): boolean;
  /** Milliseconds. Default: as long as the try may take. */
  readonly timeout?: number;
}

/** What a step is given. */
export interface SagaContext<Start extends BusEvent = BusEvent, Results = Readonly<Record<string, unknown>>> {
  /** The instance. */
  readonly id: string;
  /** The event that started it. */
  readonly start: Start;
  /** What the steps before this one have answered, by their names. */
  readonly results: Results;
  /** 1 for the first try, counted over reloads. */
  readonly attempt: number;
  /** The same in each try of this step, also after a reload: `<saga>:<id>:<step>:do`, or `:undo`. */
  readonly idempotencykey: string;
  /** Aborted when the try's time is over, and when the runner stops. */
  readonly signal: AbortSignal;
  /** Emits an event whose cause is this step. The first one of a try has the step's `idempotencykey`, the next ones `…:2`, `…:3`. */
  emit<Contract extends AnyEventContract>(
    contract: Contract,
    data: InputOf<Contract>,
    options?: StepEmitOptions,
  ): EventOf<Contract>;
  /** Asks, and resolves with the reply. The request has this step for its cause, and a key as what `emit` emits. */
  request<Contract extends AnyRequestContract>(
    contract: Contract,
    data: RequestInput<Contract>,
    options?: StepRequestOptions,
  ): Promise<ReplyOutput<Contract>>;
  /** Resolves with the next event of a contract that belongs to this saga. */
  expect<Contract extends AnyEventContract>(
    contract: Contract,
    options?: ExpectOptions<EventOf<Contract>>,
  ): Promise<EventOf<Contract>>;
}

/** What an `undo` is given. */
export interface UndoContext<Start extends BusEvent = BusEvent, Results = Readonly<Record<string, unknown>>, Result = unknown>
  extends SagaContext<Start, Results> {
  /** Whether the step was done, or may have been. */
  readonly outcome: StepOutcome;
  /** What the step answered; `undefined` where its outcome is unknown. */
  readonly result: Result | undefined;
  /** Why the saga is undone. */
  readonly failure: SagaFailure | undefined;
}

/** One step of a saga. */
export interface SagaStep<
  Start extends BusEvent = BusEvent,
  Results = Readonly<Record<string, unknown>>,
  Name extends string = string,
  Result = unknown,
> {
  /** Names the step in events, keys and results. */
  readonly name: Name;
  /** Does it. What it answers is kept as JSON. May be called again for the same instance, with the same key. */
  do(context: SagaContext<Start, Results>): Result | PromiseLike<Result>;
  /** Takes back what `do` did. May be called though `do` has not taken effect, and again. Without it there is nothing to take back. */
  undo?(context: UndoContext<Start, Results, Awaited<Result>>): unknown;
  /** Milliseconds that a try of `do` or `undo` may take. Default: as long as it likes. */
  readonly timeout?: number;
  /** Further tries of `do`. Default 0. */
  readonly retry?: number | RetryOptions;
  /** Further tries of `undo`. Default 3. */
  readonly undoRetry?: number | RetryOptions;
  /** Answers true for errors after which the step may have taken effect all the same, beside time-outs and a replier that went away. */
  mayBeDone?(error: unknown): boolean;
}
