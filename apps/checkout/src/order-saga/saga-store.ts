import { indexedDbSagaStore, memorySagaStore, type SagaStore } from '@busbar/patterns';

/** Where sagas outlive the page; where the browser forbids that, a store that lasts as long as it. */
export async function sagaStore(): Promise<SagaStore> {
  const store = indexedDbSagaStore('shop-sagas');
  try {
    await store.load('placeOrder', '');
    return store;
  } catch {
    return memorySagaStore();
  }
}
