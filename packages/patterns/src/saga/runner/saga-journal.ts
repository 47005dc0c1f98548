import { adopt, BusError, type BusEvent, report } from '@busbar/core';
import { foldSaga, foldSagaEvent, migrateSaga } from '../state/fold-saga.ts';
import {
  type PlannedStep,
  type SagaEvent,
  type SagaEventName,
  type SagaInstance,
  type SagaPayloads,
  sagaEvents,
} from '../state/saga-events.ts';
import type { SagaState } from '../state/saga-state.ts';
import type { SagaStore } from '../store/saga-store.ts';
import { retryDelay } from './retry-delay.ts';
import type { SagaWork } from './saga-work.ts';
import { wait } from './wait.ts';

/** The events of one instance: what the store has, and what is added. */
export interface SagaJournal {
  /** Where the instance stands; undefined before it has started. */
  readonly state: SagaState | undefined;
  /** Keeps an event in the store, then folds it, then publishes it; answers it. @throws BusError `saga-store-failed`. */
  write<Name extends SagaEventName>(name: Name, data: Omit<SagaPayloads[Name], keyof SagaInstance>): Promise<BusEvent>;
}

/** Reads what the store has of an instance. The caller holds its lock. @throws BusError `saga-store-failed`. */
export async function openJournal(work: SagaWork, id: string, starting?: BusEvent): Promise<SagaJournal> {
  const { saga, bus, instances, store, signal } = work;
  const events = await readEvents(work, id);
  let state = stateOf(work, events);
  for (const event of events) publish(work, event);
  if (state) instances.set([state]);
  return {
    get state() {
      return state;
    },
    async write(name, data) {
      const start = state?.start ?? starting!;
      const payload = { saga: saga.name, version: saga.version, id, ...data };
      const event = toEvent(bus.source, name, payload, start, state?.events ?? 0);
      await persist(work, id, 'append', () => store.append(event));
      signal.throwIfAborted();
      state = foldSagaEvent(state, event)!;
      instances.set([state]);
      return publish(work, event) ?? ({ ...event, sequence: 0 } as BusEvent);
    },
  };
}

/** Where an instance stands after its events, as the saga's version knows it as far as it can be migrated. */
export function stateOf({ saga }: Pick<SagaWork, 'saga'>, events: readonly SagaEvent[]): SagaState | undefined {
  const state = foldSaga(events, saga.migrate);
  return state && migrateSaga(state, saga.version, saga.migrate);
}

/** The events that the store has, of one instance or of all; each once, though an append was tried again. */
export function readEvents(work: SagaWork, id?: string): Promise<readonly SagaEvent[]> {
  return persist(work, id, 'load', async () => {
    const events = new Map<string, SagaEvent>();
    for await (const event of await work.store.load(work.saga.name, id)) {
      if (!events.has(event.id)) events.set(event.id, event);
    }
    return [...events.values()];
  });
}

/** Shows the page an event, unless it has seen it already. An event that the page refuses stops nothing: the store has it. */
export function publish({ bus, shown }: SagaWork, event: SagaEvent): BusEvent | undefined {
  try {
    const published = adopt(bus, event);
    if (published?.type === sagaEvents.undoFailed.type) shown.add(published.id);
    return published;
  } catch (error) {
    report(bus, error as BusError);
    return undefined;
  }
}

/** The steps as the event that starts an instance tells them. */
export function plannedSteps({ saga }: SagaWork): readonly PlannedStep[] {
  return saga.steps.map(({ name, undo }) => ({ name, undoable: undo !== undefined }));
}

/** Asks the store, up to four times. */
async function persist<Answer>(
  { saga, signal }: SagaWork,
  id: string | undefined,
  action: keyof SagaStore,
  ask: () => Answer,
): Promise<Awaited<Answer>> {
  for (let failures = 1; ; failures++) {
    try {
      signal.throwIfAborted();
      return await ask();
    } catch (error) {
      signal.throwIfAborted();
      const delay = retryDelay(3, error, failures);
      if (delay === undefined) throw storeFailed(saga.name, id, action, error);
      await wait(delay, signal);
    }
  }
}

function storeFailed(saga: string, id: string | undefined, action: keyof SagaStore, cause: unknown): BusError {
  const what = id === undefined ? `The saga "${saga}"` : `"${id}" of the saga "${saga}"`;
  const message = `${what} rests: its store failed at ${action}. See the cause; it goes on at \`resume()\` or after a reload.`;
  return new BusError('saga-store-failed', { message, saga, ...(id !== undefined && { id }), action }, cause);
}

function toEvent<Name extends SagaEventName>(
  source: string,
  name: Name,
  data: object,
  start: BusEvent,
  position: number,
): SagaEvent {
  const { saga, id } = data as SagaInstance;
  const { traceparent, tracestate } = start;
  const idAt = (place: number): string => `${saga}/${start.id}/${place}`;
  return {
    id: idAt(position),
    source,
    type: `saga:${name}`,
    time: Date.now(),
    dataversion: 1,
    data,
    subject: id,
    causationid: position === 0 ? start.id : idAt(0),
    correlationid: start.correlationid ?? start.id,
    hops: start.hops + (position === 0 ? 1 : 2),
    ...(traceparent && { traceparent }),
    ...(tracestate && { tracestate }),
  } as unknown as SagaEvent;
}
