// A micro-frontend whose dead letters outlive the page, in IndexedDB or in localStorage.
import { type Bus, createBus, type DeadLetterStore, keepDeadLetters } from '@busbar/core';
import { parcel } from './parcel-contracts.ts';

const stores: Record<'IndexedDB' | 'localStorage', () => DeadLetterStore> = {
  IndexedDB() {
    const opening = indexedDB.open('depot', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('letters', { keyPath: 'id' });
    const opened = answerOf(opening);
    const ask = async <Answer>(what: (letters: IDBObjectStore) => IDBRequest<Answer>): Promise<Answer> =>
      answerOf(what((await opened).transaction('letters', 'readwrite').objectStore('letters')));
    return {
      load: () => ask((letters) => letters.getAll()),
      put: (letter) => ask((letters) => letters.put(letter)),
      delete: (id) => ask((letters) => letters.delete(id)),
    };
  },
  localStorage: () => ({
    load: () => Object.entries(localStorage).flatMap(([key, text]) => (key.startsWith('letter ') ? [JSON.parse(text)] : [])),
    put: (letter) => localStorage.setItem(`letter ${letter.id}`, JSON.stringify(letter)),
    delete: (id) => localStorage.removeItem(`letter ${id}`),
  }),
};

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What a spec gets hold of: a depot that sends parcels, and what its tracking has heard of them. */
interface Depot {
  readonly bus: Bus;
  readonly heard: string[];
  /** How many letters the store has. */
  inStore(): Promise<number>;
}

/** Opens the depot. Its tracking fails for parcels without an address, and never comes back from nowhere. */
function openDepot(where: keyof typeof stores): Depot {
  const bus = createBus({ source: 'depot' });
  const tracking = createBus({ source: 'tracking', onError: () => {} });
  const store = stores[where]();
  const heard: string[] = [];
  keepDeadLetters(bus, store);
  tracking.on(parcel.sent, async ({ data: { number, to }, redriveof }) => {
    if (to === '?') throw new RangeError('no address', { cause: new Error('the label is torn') });
    if (to === 'nowhere') await new Promise(() => {});
    heard.push(`${number} to ${to}${redriveof ? ', again' : ''}`);
  });
  return { bus, heard, inStore: async () => (await store.load()).length };
}

declare global {
  var keptLetters: { openDepot: typeof openDepot; parcel: typeof parcel };
  var depot: Depot;
}
globalThis.keptLetters = { openDepot, parcel };
