import type { SagaEvent } from '../state/saga-events.ts';

/**
 * Where the events of sagas outlive their page. Its functions answer at once or with a promise.
 *
 * All pages that run a saga need the same store: one of their origin, such as IndexedDB.
 */
export interface SagaStore {
  /** Keeps an event. Once it has answered, `load` gives the event, whatever happens to the page. */
  append(event: SagaEvent): unknown;
  /** The events of a saga, or of one of its instances, those of an instance in the order in which they were kept. */
  load(saga: string, id?: string): SagaEvents | PromiseLike<SagaEvents>;
}

/** Events one after the other, there already or still to be read. */
export type SagaEvents = Iterable<SagaEvent> | AsyncIterable<SagaEvent>;

/**
 * Makes a store that lasts as long as the page: for tests, and for sagas that may end with it.
 *
 * @example
 * runSaga(bus, placeOrder, { store: memorySagaStore() });
 */
export function memorySagaStore(): SagaStore {
  const events: SagaEvent[] = [];
  return {
    append(event) {
      events.push(event);
    },
    load: (saga, id) => events.filter(({ data }) => data.saga === saga && (id === undefined || data.id === id)),
  };
}
