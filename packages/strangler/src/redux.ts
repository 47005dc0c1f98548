export { type ReduxStore, reduxStore } from './redux/redux-store.ts';
export { type WithActions, withActions } from './redux/with-actions.ts';
