export type { ZustandStore } from './zustand/observe-store.ts';
export { withActions } from './zustand/with-actions.ts';
export { type ZustandStoreOptions, zustandStore } from './zustand/zustand-store.ts';
