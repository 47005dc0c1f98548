import { type AnyEventContract, type Bus, type BusError, type BusEvent, type Readable, report } from '@busbar/core';
import { abortSignal, assertOptions, type OptionRule } from '../../assert-options.ts';
import { inDevelopment } from '../../development.ts';
import { disposeSymbol } from '../../to-subscription.ts';
import { assertInstanceId } from '../definition/assert-saga.ts';
import type { Saga } from '../definition/define-saga.ts';
import { sagaEvents } from '../state/saga-events.ts';
import type { SagaState } from '../state/saga-state.ts';
import type { SagaStore } from '../store/saga-store.ts';
import { undoneByHand, watchFailedUndos } from '../undoing/failed-undos.ts';
import { createInstanceMap } from './instance-map.ts';
import { runInstances } from './run-instances.ts';
import { defaultLocks, type SagaLocks } from './saga-locks.ts';
import type { SagaWork } from './saga-work.ts';
import { untilSettled } from './until-settled.ts';

/** How a saga is run. */
export interface RunSagaOptions {
  /** Where its events are kept. */
  readonly store: SagaStore;
  /** Lets one page at a time work on an instance. Default: `navigator.locks`; where there are none, all copies on the page take turns. */
  readonly locks?: SagaLocks;
  /** Stops the runner when it aborts. */
  readonly signal?: AbortSignal;
  /** How many events of instances that have ended are published anew when the store is read, for views that show them. Default 200. */
  readonly remember?: number;
}

const rules: Readonly<Record<keyof RunSagaOptions, OptionRule>> = {
  store: [(given) => hasAll(given, 'append', 'load'), 'an object with append and load'],
  locks: [(given) => hasAll(given, 'request'), 'an object with request'],
  signal: abortSignal,
  remember: [(given) => typeof given === 'number' && given >= 0, 'a number from 0 on'],
};

function hasAll(given: unknown, ...names: string[]): boolean {
  return names.every((name) => typeof (given as Record<string, unknown> | null)?.[name] === 'function');
}

/** A saga at work on this page. */
export interface SagaRunner extends Disposable {
  /** Resolves once it has read the store and has begun to go on with what had not ended. Rejects where the store fails. */
  readonly ready: Promise<void>;
  /** All instances that it knows of, by their ids. */
  readonly instances: Readable<ReadonlyMap<string, SagaState>>;
  /** An instance as it is now. */
  state(id: string): SagaState | undefined;
  /** Resolves once an instance is completed, undone or stuck. Waits for one that has not started. Rejects when the runner stops. */
  settled(id: string): Promise<SagaState>;
  /** Reads the store again and goes on with what rests. Rejects where the store fails. */
  resume(): Promise<void>;
  /**
   * Says that a person has undone a step whose undo had failed for good. The saga is undone once nothing else is left.
   *
   * Rejects with `saga-not-stuck` where there is no such step.
   */
  undoneByHand(id: string, step: string): Promise<SagaState>;
  /** Ends it. A try under way is aborted, and done again by whoever goes on with the instance. */
  stop(): void;
}

/**
 * Runs a saga on this page: begins an instance for each event that starts one, and goes on with those that an earlier page
 * has left behind.
 *
 * Each event of an instance is in the store before it is on the bus, and before the next thing is done. What goes wrong
 * beside the steps is told to `onError` of the bus. Ends with the bus. The bus has to be allowed to publish and to hear
 * `saga:*`.
 *
 * @throws BusError `invalid-option`, `forbidden`, `disposed`.
 * @example
 * const sagas = runSaga(bus, placeOrder, { store });
 * bus.emit(checkout.orderSubmitted, order);
 * const { status } = await sagas.settled(order.number);
 */
export function runSaga<Contract extends AnyEventContract>(
  bus: Bus,
  saga: Saga<Contract, unknown>,
  options: RunSagaOptions,
): SagaRunner {
  if (inDevelopment) assertOptions({ ...options, store: options.store ?? null }, rules, bus.source);
  const { store, locks = defaultLocks(), remember = 200 } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const stop = (): void =>
    ending.abort(new DOMException(inDevelopment ? `The saga "${saga.name}" was stopped on this page.` : '', 'AbortError'));
  const instances = createInstanceMap((error) => report(bus, error as BusError));
  const work: SagaWork = { bus, saga, store, locks, signal, instances, shown: new Set() };
  const running = runInstances(work);
  endWith(bus, options.signal, signal, stop);
  const resume = (): Promise<void> => running.resume(remember);
  const ready = resume();
  ready.catch((error) => signal.aborted || report(bus, error));
  watchFailedUndos(work, ready);
  try {
    bus.on(saga.startedBy, (event: BusEvent) => running.run(assertInstanceId(saga.correlate(event as never), saga), event), {
      overlap: 'parallel',
      signal,
    });
  } catch (error) {
    stop();
    throw error;
  }
  return Object.freeze({
    ready,
    instances,
    state: (id) => instances.get().get(id),
    settled: (id) => untilSettled(instances, id, signal),
    resume,
    undoneByHand: (id, step) => undoneByHand(work, id, step),
    stop,
    [disposeSymbol]: stop,
  } satisfies SagaRunner);
}

/** Stops when the bus is disposed, and when the signal that was handed in aborts. Makes the events known to the page by the way. */
function endWith(bus: Bus, outer: AbortSignal | undefined, signal: AbortSignal, stop: () => void): void {
  const ofBus = bus
    .events$(Object.values<AnyEventContract>(sagaEvents), { replay: false, where: () => false })
    .subscribe({ complete: stop });
  outer?.addEventListener('abort', stop, { signal });
  signal.addEventListener('abort', () => ofBus.unsubscribe());
  if (outer?.aborted) stop();
}
