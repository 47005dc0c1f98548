import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SagaEvent } from '../state/saga-events.ts';
import { indexedDbSagaStore } from './indexed-db-saga-store.ts';

const database = 'sagas-of-a-test';

afterEach(
  () =>
    new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(database).onsuccess = () => resolve();
    }),
);

const eventOf = (id: string, place: number, saga = 'placeOrder', type = 'saga:stepStarted'): SagaEvent =>
  ({
    id: `${saga}/${id}/${place}`,
    source: 'checkout',
    type,
    time: place,
    data: { saga, version: 1, id },
  }) as unknown as SagaEvent;

describe('a store in IndexedDB', () => {
  it('gives back what it was given, in order, also to another store of the same name', async () => {
    const store = indexedDbSagaStore(database);
    const kept = Array.from({ length: 12 }, (_, place) => eventOf('A-17', place));
    for (const event of kept) await store.append(event);
    await store.append(eventOf('A-18', 0));
    await store.append(eventOf('A-17', 0, 'returnOrder'));
    const other = indexedDbSagaStore(database);
    expect(await other.load('placeOrder', 'A-17')).toEqual(kept);
    expect(await other.load('placeOrder')).toHaveLength(13);
    expect(await other.load('nothing')).toEqual([]);
  });

  it('keeps an event once, though it is appended twice', async () => {
    const store = indexedDbSagaStore(database);
    await store.append(eventOf('A-17', 0));
    await store.append(eventOf('A-17', 0));
    expect(await store.load('placeOrder')).toEqual([eventOf('A-17', 0)]);
  });

  it('refuses another event in the place of one that it has', async () => {
    const store = indexedDbSagaStore(database);
    await store.append(eventOf('A-17', 0));
    const stale = eventOf('A-17', 0, 'placeOrder', 'saga:stepDone');
    await expect(store.append(stale)).rejects.toThrow('Written by others.');
    expect(await store.load('placeOrder')).toEqual([eventOf('A-17', 0)]);
  });

  it('asks again for a database that the browser has refused once', async () => {
    const refused = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Not now.', 'SecurityError');
    });
    const store = indexedDbSagaStore(database);
    await expect(store.load('placeOrder')).rejects.toThrow('Not now.');
    expect(await store.load('placeOrder')).toEqual([]);
    refused.mockRestore();
  });

  it('opens again after the database was deleted under it', async () => {
    const store = indexedDbSagaStore(database);
    await store.append(eventOf('A-17', 0));
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(database).onsuccess = () => resolve();
    });
    await store.append(eventOf('A-18', 0));
    expect(await store.load('placeOrder')).toEqual([eventOf('A-18', 0)]);
  });
});
