import type { AnyEventContract, Bus, BusEvent, EmitOptions } from '@busbar/core';
import { request } from '../../request/request.ts';
import type { AnyRequestContract } from '../../request/request-contract.ts';
import type { SagaContext, StepRequestOptions } from '../definition/saga-step.ts';
import type { SagaState, SagaStepState } from '../state/saga-state.ts';

/** What the context of one try is made of. */
export interface ContextParts {
  readonly bus: Bus;
  readonly state: SagaState;
  readonly step: string;
  readonly attempt: number;
  readonly key: string;
  /** The event that says that the try begins: the cause of all that it emits. */
  readonly cause: BusEvent;
  /** The try's own. */
  readonly signal: AbortSignal;
  readonly timeout: number | undefined;
}

/** What a step is given in one try. Nothing of it works once the try is over. */
export function stepContext({ bus, state, step, attempt, key, cause, signal, timeout }: ContextParts): SagaContext {
  let emitted = 0;
  const envelope = (): EmitOptions => {
    signal.throwIfAborted();
    // Each event of a try has a key of its own, the same in each try.
    return { cause, idempotencykey: ++emitted === 1 ? key : `${key}:${emitted}` };
  };
  const { id, start, steps } = state;
  // A step that has a time-out ends its requests by it.
  const waiting = timeout === undefined ? {} : { timeout: Infinity };
  const correlationid = cause.correlationid;
  return {
    id,
    start,
    results: resultsBefore(steps, step),
    attempt,
    idempotencykey: key,
    signal,
    emit: (contract, data, options) => bus.emit(contract, data, { ...options, ...envelope() }),
    request: async (contract: AnyRequestContract, data: unknown, options: StepRequestOptions = {}) =>
      request(bus, contract, data, { whenNobody: 'wait', ...waiting, ...options, ...envelope(), signal }),
    expect: (contract: AnyEventContract, options = {}) =>
      bus.once(contract, { where: (event) => event.correlationid === correlationid, ...options, signal }),
  } as SagaContext;
}

/** What the steps before one have answered. */
export function resultsBefore(steps: readonly SagaStepState[], name: string): Readonly<Record<string, unknown>> {
  const before = steps.slice(
    0,
    steps.findIndex((step) => step.name === name),
  );
  return Object.fromEntries(before.filter((step) => 'result' in step).map((step) => [step.name, step.result]));
}
