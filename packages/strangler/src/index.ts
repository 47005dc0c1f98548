export { type ActionFeed, createActionFeed } from './action-feed.ts';
export { type BesideEntry, type BesideMap, type EmitBesideOptions, emitBeside } from './emit-beside.ts';
export type { ActionListener, StatesAround, Store, StoreAction } from './store.ts';
