import { BusError } from '@busbar/core';
import { inDevelopment } from '../../development.ts';
import type { SagaEvent } from '../state/saga-events.ts';
import type { SagaStore } from '../store/saga-store.ts';
import { retryDelay } from './retry-delay.ts';
import type { SagaWork } from './saga-work.ts';
import { wait } from './wait.ts';

/** Resolves once the store has the event. @throws BusError `saga-store-failed`. */
export async function appendEvent(work: SagaWork, event: SagaEvent): Promise<void> {
  await askStore(work, event.data.id, 'append', () => work.store.append(event));
}

/** The events that the store has, of one instance or of all; each once, though an append was tried again. @throws BusError `saga-store-failed`. */
export function readEvents(work: SagaWork, id?: string): Promise<readonly SagaEvent[]> {
  return askStore(work, id, 'load', async () => {
    const events = new Map<string, SagaEvent>();
    for await (const event of await work.store.load(work.saga.name, id)) {
      if (!events.has(event.id)) events.set(event.id, event);
    }
    return [...events.values()];
  });
}

/** Asks up to four times. */
async function askStore<Answer>(
  { saga, signal }: SagaWork,
  id: string | undefined,
  action: keyof SagaStore,
  ask: () => Answer,
): Promise<Awaited<Answer>> {
  for (let failures = 1; ; failures++) {
    try {
      signal.throwIfAborted();
      const answer = await ask();
      // Whoever stops now has what was appended in the store, for the page that goes on.
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      const delay = retryDelay(3, error, failures);
      if (delay === undefined) throw storeFailed(saga.name, id, action, error);
      await wait(delay, signal);
    }
  }
}

function storeFailed(saga: string, id: string | undefined, action: keyof SagaStore, cause: unknown): BusError {
  const message = inDevelopment ? sentenceOf(saga, id, action) : '';
  return new BusError('saga-store-failed', { message, saga, ...(id !== undefined && { id }), action }, cause);
}

function sentenceOf(saga: string, id: string | undefined, action: keyof SagaStore): string {
  const what = id === undefined ? `The saga "${saga}"` : `"${id}" of the saga "${saga}"`;
  return `${what} rests: its store failed at ${action}. See the cause; it goes on at \`resume()\` or after a reload.`;
}
