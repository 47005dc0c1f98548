import type { AnyEventContract, EventOf } from '@busbar/core';
import { inDevelopment } from '../../development.ts';
import type { SagaState } from '../state/saga-state.ts';
import { assertSaga } from './assert-saga.ts';
import type { SagaStep } from './saga-step.ts';
import type { AllDone, TypedSteps } from './typed-steps.ts';

/** Everything about a saga but its name and its steps. */
export interface SagaPlan<Contract extends AnyEventContract = AnyEventContract> {
  /** A whole number from 1 on; raise it when steps come, go or change their meaning. Default 1. */
  readonly version?: number;
  /** The contract, or the contracts, whose events start an instance. */
  readonly startedBy: Contract | readonly Contract[];
  /** Names the instance: the same name is started once, ever. */
  correlate(event: EventOf<Contract>): string;
  /** `migrate[n]` turns the state of an instance of version n into one of version n + 1. What no one migrates rests. */
  readonly migrate?: Readonly<Record<number, (state: SagaState) => SagaState>>;
  /** One sentence for people: what it is for. */
  readonly summary?: string;
}

/** A process of several steps, each of which can be undone. Frozen data; `runSaga` runs it. */
export interface Saga<Contract extends AnyEventContract = AnyEventContract, Results = unknown> extends SagaPlan<Contract> {
  readonly name: string;
  readonly version: number;
  readonly steps: readonly SagaStep[];
  /** For the compiler alone: what the steps answer. */
  readonly '~results'?: Results;
}

/** Any saga, whatever starts it. */
// biome-ignore lint/suspicious/noExplicitAny: a saga both takes and gives its events, so only any fits all of them
export type AnySaga = Saga<any, any>;

/** What the steps of a saga have answered once all of them are done. */
export type ResultsOf<Defined> = Defined extends { readonly '~results'?: infer Results } ? NonNullable<Results> : never;

type StepsOf<Contract extends AnyEventContract> = readonly SagaStep<EventOf<Contract>>[];

/**
 * Defines a saga: its steps are done one after the other, and undone in reverse when one of them fails.
 *
 * Up to eight steps that are written into the call know the results of those before them. A list that was made elsewhere
 * does as well; its results are `unknown`.
 *
 * @throws BusError `invalid-saga`, in development.
 * @example
 * const placeOrder = defineSaga('placeOrder', {
 *   startedBy: checkout.orderSubmitted,
 *   correlate: ({ data }) => data.number,
 *   steps: [
 *     { name: 'reserveStock', do: ({ start, request }) => request(stock.reservation, start.data), timeout: 3_000 },
 *     { name: 'takePayment', do: ({ results, request }) => request(payment.capture, results.reserveStock) },
 *   ],
 * });
 */
export function defineSaga<
  Contract extends AnyEventContract,
  const N1 extends string = never,
  R1 = never,
  const N2 extends string = never,
  R2 = never,
  const N3 extends string = never,
  R3 = never,
  const N4 extends string = never,
  R4 = never,
  const N5 extends string = never,
  R5 = never,
  const N6 extends string = never,
  R6 = never,
  const N7 extends string = never,
  R7 = never,
  const N8 extends string = never,
  R8 = never,
>(
  name: string,
  definition: SagaPlan<Contract> & {
    readonly steps: TypedSteps<EventOf<Contract>, N1, R1, N2, R2, N3, R3, N4, R4, N5, R5, N6, R6, N7, R7, N8, R8>;
  },
): Saga<Contract, AllDone<N1, R1, N2, R2, N3, R3, N4, R4, N5, R5, N6, R6, N7, R7, N8, R8>>;
export function defineSaga<Contract extends AnyEventContract>(
  name: string,
  definition: SagaPlan<Contract> & { readonly steps: StepsOf<Contract> },
): Saga<Contract, Readonly<Record<string, unknown>>>;
export function defineSaga(name: string, definition: SagaPlan & { readonly steps: readonly unknown[] }): Saga {
  const { version = 1, steps } = definition;
  const saga = { ...definition, name, version, steps: Object.freeze([...steps]) as readonly SagaStep[] };
  if (inDevelopment) assertSaga(saga);
  return Object.freeze(saga);
}
