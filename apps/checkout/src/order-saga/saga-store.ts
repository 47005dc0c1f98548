import { indexedDbSagaStore, memorySagaStore, type SagaStore } from '@busbar/patterns';

/** Makes a store in which sagas outlive the page, or, where the browser forbids that, one that lasts as long as it. */
export function sagaStore(): SagaStore {
  const chosen = choose();
  return {
    append: async (event) => (await chosen).append(event),
    load: async (saga, id) => (await chosen).load(saga, id),
  };
}

async function choose(): Promise<SagaStore> {
  const store = indexedDbSagaStore('shop-sagas');
  try {
    await store.load('placeOrder', '');
    return store;
  } catch {
    return memorySagaStore();
  }
}
