export { ngrxStore } from './ngrx/ngrx-store.ts';
