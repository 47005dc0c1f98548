import type { Bus } from '@busbar/core';
import type { AnySaga } from '../definition/define-saga.ts';
import type { SagaStore } from '../store/saga-store.ts';
import type { InstanceMap } from './instance-map.ts';
import type { SagaLocks } from './saga-locks.ts';

/** What all parts of a runner work with. */
export interface SagaWork {
  readonly bus: Bus;
  readonly saga: AnySaga;
  readonly store: SagaStore;
  readonly locks: SagaLocks;
  /** Aborted when the runner stops. */
  readonly signal: AbortSignal;
  readonly instances: InstanceMap;
  /** The ids of the `saga:undoFailed` events that this runner was the first to show to the page. */
  readonly shown: Set<string>;
}
