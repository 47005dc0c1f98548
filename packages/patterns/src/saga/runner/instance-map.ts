import type { Readable, ReadableObserver } from '@busbar/core';
import { toSubscription } from '../../to-subscription.ts';
import type { SagaState } from '../state/saga-state.ts';

type Instances = ReadonlyMap<string, SagaState>;

/** The instances that a runner knows of. */
export interface InstanceMap extends Readable<Instances> {
  set(states: readonly SagaState[]): void;
}

/** Makes an empty map. Observers hear in the microtask after changes, once for all of them. */
export function createInstanceMap(reportError: (error: unknown) => void): InstanceMap {
  let instances: Instances = new Map();
  const observers = new Set<{ readonly observer: ReadableObserver<Instances> }>();
  let isTelling = false;

  function tell(): void {
    isTelling = false;
    for (const { observer } of [...observers]) {
      try {
        if (typeof observer === 'function') observer(instances);
        else observer.next?.(instances);
      } catch (error) {
        reportError(error);
      }
    }
  }

  return {
    get: () => instances,
    set(states) {
      if (states.length === 0) return;
      instances = new Map([...instances, ...states.map((state) => [state.id, state] as const)]);
      if (!isTelling) queueMicrotask(tell);
      isTelling = true;
    },
    subscribe(observer) {
      const entry = { observer };
      observers.add(entry);
      return toSubscription(() => observers.delete(entry));
    },
  };
}
