import type { BusEvent } from '@busbar/core';
import { foldSaga, foldSagaEvent, migrateSaga } from '../state/fold-saga.ts';
import type { SagaEvent, SagaEventName, SagaInstance, SagaPayloads } from '../state/saga-events.ts';
import type { SagaState } from '../state/saga-state.ts';
import { appendEvent, readEvents } from './ask-store.ts';
import type { SagaWork } from './saga-work.ts';
import { showEvent } from './show-event.ts';
import { toSagaEvent } from './to-saga-event.ts';

/** The events of one instance: what the store has, and what is added. */
export interface SagaJournal {
  /** Where the instance stands; undefined before it has started. */
  readonly state: SagaState | undefined;
  /** Keeps an event in the store, then folds it, then shows it to the page; answers it. @throws BusError `saga-store-failed`. */
  write<Name extends SagaEventName>(name: Name, data: Omit<SagaPayloads[Name], keyof SagaInstance>): Promise<BusEvent>;
}

/** Reads what the store has of an instance. The caller holds its lock. @throws BusError `saga-store-failed`. */
export async function openJournal(work: SagaWork, id: string, starting?: BusEvent): Promise<SagaJournal> {
  const { saga, bus, instances } = work;
  const events = await readEvents(work, id);
  let state = stateOf(work, events);
  for (const event of events) showEvent(work, event);
  if (state) instances.set([state]);
  return {
    get state() {
      return state;
    },
    async write<Name extends SagaEventName>(name: Name, data: Omit<SagaPayloads[Name], keyof SagaInstance>) {
      const payload = { saga: saga.name, version: saga.version, id, ...data } as unknown as SagaPayloads[Name];
      const event = toSagaEvent(bus.source, name, payload, state?.start ?? starting!, state?.events ?? 0);
      await appendEvent(work, event);
      state = foldSagaEvent(state, event)!;
      instances.set([state]);
      return showEvent(work, event) ?? ({ ...event, sequence: 0 } as BusEvent);
    },
  };
}

/** Where an instance stands after its events, as the saga's version knows it as far as it can be migrated. */
export function stateOf({ saga }: SagaWork, events: readonly SagaEvent[]): SagaState | undefined {
  const state = foldSaga(events, saga.migrate);
  return state && migrateSaga(state, saga.version, saga.migrate);
}
