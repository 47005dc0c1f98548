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
export { type Decision, decide } from './saga/decide.ts';
export { type AnySaga, defineSaga, type ResultsOf, type Saga, type SagaPlan } from './saga/define-saga.ts';
export { foldSaga, foldSagaEvent } from './saga/fold-saga.ts';
export { indexedDbSagaStore } from './saga/indexed-db-saga-store.ts';
export { type RunSagaOptions, runSaga, type SagaRunner } from './saga/run-saga.ts';
export { type DiagramState, type DiagramTransition, type SagaDiagram, sagaDiagram } from './saga/saga-diagram.ts';
export type { SagaErrorDetails } from './saga/saga-errors.ts';
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
} from './saga/saga-events.ts';
export type { SagaLocks } from './saga/saga-locks.ts';
export { type SagaStates, sagaProjection } from './saga/saga-projection.ts';
export type { SagaState, SagaStatus, SagaStepState, StepStatus } from './saga/saga-state.ts';
export type {
  ExpectOptions,
  SagaContext,
  SagaStep,
  StepEmitOptions,
  StepRequestOptions,
  UndoContext,
} from './saga/saga-step.ts';
export { memorySagaStore, type SagaEvents, type SagaStore } from './saga/saga-store.ts';
export { toMermaid } from './saga/to-mermaid.ts';
