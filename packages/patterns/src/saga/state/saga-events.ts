import { type BusEvent, defineEvents, type EventContract } from '@busbar/core';
import { sagaSchema } from './saga-schema.ts';

/** Which instance of which saga an event is about. */
export interface SagaInstance {
  /** The saga's name. */
  readonly saga: string;
  /** The version of the definition that was at work. */
  readonly version: number;
  /** The instance, as `correlate` names it. */
  readonly id: string;
}

/** An error as plain data. */
export interface SagaError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** The particulars of a BusError, or what a replier told. */
  readonly details?: unknown;
}

/** What is known of a step that has to be undone. */
export type StepOutcome =
  /** It was done. */
  | 'done'
  /** It may have been done: a try timed out, or its page died. */
  | 'unknown';

/** Why a saga is undone. */
export interface SagaFailure {
  readonly step: string;
  readonly reason: 'failed' | 'timed-out';
  readonly error: SagaError;
}

/** A step of an instance, as its definition had it when it started. */
export interface PlannedStep {
  readonly name: string;
  /** Whether it has an `undo`. */
  readonly undoable: boolean;
}

/** What the events of sagas say, by their names. */
export interface SagaPayloads {
  /** An instance has begun. */
  readonly started: SagaInstance & { readonly start: BusEvent; readonly steps: readonly PlannedStep[] };
  /** A try of a step begins. */
  readonly stepStarted: SagaInstance & { readonly step: string; readonly attempt: number };
  /** A step is done. */
  readonly stepDone: SagaInstance & { readonly step: string; readonly attempt: number; readonly result?: unknown };
  /** A try of a step has failed. With `retryAt`, milliseconds since the Unix epoch, there is another one; without it, the undoing begins. */
  readonly stepFailed: SagaInstance &
    SagaFailure & {
      readonly attempt: number;
      /** Whether the try may have taken effect all the same. */
      readonly outcome: 'not-done' | 'unknown';
      readonly retryAt?: number;
    };
  /** A try of an undo begins. */
  readonly undoStarted: SagaInstance & { readonly step: string; readonly attempt: number; readonly outcome: StepOutcome };
  /** A step is undone, `byHand` where a person said so. */
  readonly stepUndone: SagaInstance & { readonly step: string; readonly byHand?: boolean };
  /** An undo has failed for good. Says what a person needs to finish by hand. */
  readonly undoFailed: SagaInstance & {
    readonly step: string;
    readonly attempt: number;
    readonly outcome: StepOutcome;
    readonly error: SagaError;
    readonly start: BusEvent;
    readonly results: Readonly<Record<string, unknown>>;
    readonly failure?: SagaFailure;
  };
  /** All steps are done. */
  readonly completed: SagaInstance;
  /** All that could be undone is. */
  readonly undone: SagaInstance & { readonly failure?: SagaFailure };
}

/** The name of an event of a saga, without its domain. */
export type SagaEventName = keyof SagaPayloads;

/** An event of a saga, as a store keeps it: plain data, without the place that a page gave it. */
export type SagaEvent = {
  readonly [Name in SagaEventName]: Omit<BusEvent<SagaPayloads[Name], `saga:${Name}`>, 'sequence' | 'replayed' | 'redriveof'>;
}[SagaEventName];

type SagaContracts = { readonly [Name in SagaEventName]: EventContract<`saga:${Name}`, SagaPayloads[Name]> };

const define = <Name extends SagaEventName>(summary: string) => ({
  version: 1,
  schema: sagaSchema<SagaPayloads[Name]>(),
  retain: 200,
  dom: 'off' as const,
  summary,
});

/**
 * The contracts of what sagas say of themselves. The newest 200 of each are retained; none is shown to `window`.
 *
 * @example
 * bus.on(sagaEvents.completed, ({ data }) => console.log(`${data.saga} ${data.id} is completed`));
 */
export const sagaEvents: SagaContracts = /* @__PURE__ */ defineEvents('saga', {
  started: define<'started'>('An instance of a saga has begun'),
  stepStarted: define<'stepStarted'>('A try of a step begins'),
  stepDone: define<'stepDone'>('A step is done'),
  stepFailed: define<'stepFailed'>('A try of a step has failed'),
  undoStarted: define<'undoStarted'>('A try to undo a step begins'),
  stepUndone: define<'stepUndone'>('A step is undone'),
  undoFailed: define<'undoFailed'>('A step could not be undone: somebody has to finish by hand'),
  completed: define<'completed'>('All steps are done'),
  undone: define<'undone'>('All that could be undone is'),
});
