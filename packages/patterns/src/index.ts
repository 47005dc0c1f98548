export { type Collection, type CollectionChange, collection } from './collection/collection.ts';
export {
  defineProjection,
  type Fold,
  type Folds,
  type Migration,
  type Projection,
  type ProjectionDefinition,
} from './projection/define-projection.ts';
export { fold } from './projection/fold.ts';
export { project } from './projection/project.ts';
export type {
  Events,
  History,
  InputValues,
  Position,
  Projected,
  ProjectOptions,
  SelectionInput,
  SelectOptions,
  Snapshot,
} from './projection/projected.ts';
export type { ProjectionErrorDetails } from './projection/projection-errors.ts';
export type { Answer } from './request/all-answers.ts';
export { defineRequest, type RequestDefinition } from './request/define-request.ts';
export type { Failure } from './request/failure.ts';
export type { ReplyContext, ReplyHandler } from './request/handler-answer.ts';
export { reply } from './request/reply.ts';
export type { ReplyOptions } from './request/reply-options.ts';
export { request, request$ } from './request/request.ts';
export type {
  Abort,
  AnyRequestContract,
  End,
  ReplyInput,
  ReplyOutput,
  RequestContract,
  RequestInput,
  RequestOutput,
  StreamContract,
} from './request/request-contract.ts';
export type { NoReplier, RequestFailed } from './request/request-errors.ts';
export type { RequestOptions } from './request/request-options.ts';
export { type AnySaga, defineSaga, type ResultsOf, type Saga, type SagaPlan } from './saga/definition/define-saga.ts';
export type {
  ExpectOptions,
  SagaContext,
  SagaStep,
  StepEmitOptions,
  StepRequestOptions,
  UndoContext,
} from './saga/definition/saga-step.ts';
export { type RunSagaOptions, runSaga, type SagaRunner } from './saga/runner/run-saga.ts';
export type { SagaErrorDetails } from './saga/runner/saga-errors.ts';
export type { SagaLocks } from './saga/runner/saga-locks.ts';
export { type Decision, decide } from './saga/state/decide.ts';
export { foldSaga, foldSagaEvent } from './saga/state/fold-saga.ts';
export {
  type PlannedStep,
  type SagaError,
  type SagaEvent,
  type SagaEventName,
  type SagaFailure,
  type SagaInstance,
  type SagaPayloads,
  type StepOutcome,
  sagaEvents,
} from './saga/state/saga-events.ts';
export type { SagaState, SagaStatus, SagaStepState, StepStatus } from './saga/state/saga-state.ts';
export { indexedDbSagaStore } from './saga/store/indexed-db-saga-store.ts';
export { memorySagaStore, type SagaEvents, type SagaStore } from './saga/store/saga-store.ts';
export { type DiagramState, type DiagramTransition, type SagaDiagram, sagaDiagram } from './saga/watching/saga-diagram.ts';
export { type SagaStates, sagaProjection } from './saga/watching/saga-projection.ts';
export { toMermaid } from './saga/watching/to-mermaid.ts';
