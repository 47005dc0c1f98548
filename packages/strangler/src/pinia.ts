export { piniaStore } from './pinia/pinia-store.ts';
export { piniaStores } from './pinia/pinia-stores.ts';
export type { PiniaStore } from './pinia/watch-pinia-store.ts';
