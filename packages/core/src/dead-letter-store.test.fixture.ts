import type { DeadLetterStore, StoredDeadLetter } from './index.ts';
import { nextTask } from './next-task.test.fixture.ts';

/** A store that holds structured clones, as IndexedDB does, and answers at once. */
export interface CloningStore extends DeadLetterStore {
  readonly held: Map<string, StoredDeadLetter>;
  load(): StoredDeadLetter[];
  put(letter: StoredDeadLetter): void;
  delete(id: string): void;
}

export function createStore(letters: ReadonlyMap<string, StoredDeadLetter> = new Map()): CloningStore {
  const held = new Map(letters);
  return {
    held,
    load: () => structuredClone([...held.values()]),
    put: (letter) => void held.set(letter.id, structuredClone(letter)),
    delete: (id) => void held.delete(id),
  };
}

/** The same as a database that takes its time: each write is done when the test says so. */
export function createSlowStore(): {
  store: DeadLetterStore;
  begun: string[];
  held: CloningStore['held'];
  finishAll(): Promise<void>;
} {
  const { held, put, delete: remove, load } = createStore();
  const begun: string[] = [];
  const waiting: (() => void)[] = [];
  const later = (what: string, write: () => void): Promise<void> => {
    begun.push(what);
    return new Promise((resolve) => waiting.push(() => resolve(write())));
  };
  const store: DeadLetterStore = {
    load: async () => load(),
    put: (letter) => later(`put ${letter.event.data}`, () => put(letter)),
    delete: (id) => later(`delete ${held.get(id)?.event.data}`, () => remove(id)),
  };
  const finishAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      for (const finish of waiting.splice(0)) finish();
      await nextTask();
    }
  };
  return { store, begun, held, finishAll };
}
