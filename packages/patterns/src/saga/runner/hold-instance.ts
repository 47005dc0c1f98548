import type { BusEvent } from '@busbar/core';
import { openJournal, type SagaJournal } from './saga-journal.ts';
import type { SagaWork } from './saga-work.ts';

/** Waits until nobody else works on an instance, then reads the store and does something with what it says. */
export function holdInstance<Answer>(
  work: SagaWork,
  id: string,
  action: (journal: SagaJournal) => Promise<Answer>,
  starting?: BusEvent,
): Promise<Answer> {
  const { locks, saga, signal } = work;
  const name = `busbar-saga:${saga.name}:${id}`;
  return locks.request(name, { signal }, async () => action(await openJournal(work, id, starting)));
}
