export type {
  Bus,
  BusOptions,
  DeclaredEvents,
  Delivery,
  EmitOptions,
  EventName,
  EventOf,
  EventsByName,
  Handler,
  HandlerContext,
  OnceOptions,
  Overlap,
  Policy,
  RetryOptions,
  ScopeOptions,
  SubscribeOptions,
} from './bus.ts';
export { BusError, type BusErrorCode, type BusErrorDetails, isBusError, type PackageErrorDetails } from './bus-error.ts';
export { createBus } from './create-bus.ts';
export { deadLetter } from './dead-letter.ts';
export {
  type AnyEventContract,
  type Cast,
  defineEvent,
  defineEvents,
  type EventContract,
  type EventDefinition,
  type InputOf,
  type Lifecycle,
  type OutputOf,
  type Rate,
  type Retain,
} from './define-event.ts';
export type { BusEvent } from './event.ts';
export type { ContractRecord } from './hub/catalogue.ts';
export { createHub, type HubOptions } from './hub/create-hub.ts';
export type { DeadLetterStore, StoredDeadLetter, StoredError } from './hub/dead-letter-store.ts';
export type { DeadLetter, DeadLetterFilter, DeadLetterReason, DeadLetters } from './hub/dead-letters.ts';
export type { Durations } from './hub/histogram.ts';
export type { Hub, HubLimits } from './hub/hub.ts';
export {
  type BreakerChange,
  type HubEvents,
  hubEvents,
  type Storm,
  type Subscriber,
  type SubscriberLag,
} from './hub/hub-events.ts';
export type { BusMetrics, SubscriptionMetrics } from './hub/metrics.ts';
export { keepDeadLetters } from './keep-dead-letters.ts';
export { adopt } from './publish/adopt-event.ts';
export type { Readable, ReadableObserver, Subscription } from './readable.ts';
export { report } from './report.ts';
export {
  drop,
  type Publication,
  type PublishStageName,
  type ReceiveStageName,
  type Reception,
  reject,
  type Stage,
  type Verdict,
} from './stage.ts';
export { type CloudEvent, toCloudEvent } from './to-cloud-event.ts';
export { whenDisposed } from './when-disposed.ts';
