import type { SagaEvent } from '../state/saga-events.ts';
import type { SagaStore } from './saga-store.ts';

const events = 'events';

/**
 * Makes a store in IndexedDB, which all pages of an origin share and which outlives them.
 *
 * An append has answered once the event is on the disk. Where two pages write at the same place of an instance, which locks
 * prevent, the second one is refused.
 *
 * @example
 * runSaga(bus, placeOrder, { store: indexedDbSagaStore() });
 */
export function indexedDbSagaStore(name = 'busbar-sagas'): SagaStore {
  let opened: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(name, forget).catch((error) => {
      forget();
      throw error;
    });
    return opened;
  };
  return {
    async append(event) {
      const transaction = (await open()).transaction(events, 'readwrite', { durability: 'strict' });
      const written = untilComplete(transaction);
      const store = transaction.objectStore(events);
      store.index('id').get(event.id).onsuccess = ({ target }) => {
        const known: SagaEvent | undefined = (target as IDBRequest).result;
        if (!known) store.add(event);
        // The same event once more: its append was tried again.
        else if (JSON.stringify(known) !== JSON.stringify(event)) transaction.abort();
      };
      await written;
    },
    async load(saga, id) {
      const store = (await open()).transaction(events).objectStore(events);
      return answerOf(id === undefined ? store.index('saga').getAll(saga) : store.index('instance').getAll([saga, id]));
    },
  };
}

async function openDatabase(name: string, closed: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    // What is appended later has a higher key: events come back in order.
    const store = request.result.createObjectStore(events, { autoIncrement: true });
    store.createIndex('id', 'id', { unique: true });
    store.createIndex('saga', 'data.saga');
    store.createIndex('instance', ['data.saga', 'data.id']);
  };
  const database = await answerOf(request);
  database.onclose = closed;
  database.onversionchange = () => {
    database.close();
    closed();
  };
  return database;
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function untilComplete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('Written by others.'));
  });
}
