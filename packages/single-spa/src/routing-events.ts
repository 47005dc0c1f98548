import { defineEvents } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { fields } from './fields.ts';

/** Where a navigation came from and went to, as full URLs; both the same for the first that is told of. */
export interface Route {
  readonly from: string;
  readonly to: string;
}

/** A navigation, or another cause for single-spa to look at its applications, and what it is about to do. */
export interface RouteChange extends Route {
  /** The names of the applications that it is to mount. */
  readonly mounting: readonly string[];
  /** The names of those that it is to unmount, those to be unloaded included. */
  readonly unmounting: readonly string[];
}

/** The names of the applications whose state changed. */
export interface AppsChange {
  readonly mounted: readonly string[];
  /** Those that are on the page no more, unloaded ones included. */
  readonly unmounted: readonly string[];
  /** Those that failed to load, to mount or to unmount. */
  readonly broken: readonly string[];
}

/** An application or parcel that failed, and single-spa's words for it. */
export interface AppFailure {
  readonly name: string;
  readonly message: string;
}

const route = /* @__PURE__ */ fields<Route>(inDevelopment && { from: '', to: '' });
const ahead = /* @__PURE__ */ fields<RouteChange>(inDevelopment && { from: '', to: '', mounting: [], unmounting: [] });
const change = /* @__PURE__ */ fields<AppsChange>(inDevelopment && { mounted: [], unmounted: [], broken: [] });
const failure = /* @__PURE__ */ fields<AppFailure>(inDevelopment && { name: '', message: '' });

/** The events that `publishRouting` and `publishAppErrors` put on the bus. They are shown to `window`, and not heard from there. */
export const routing = /* @__PURE__ */ defineEvents('routing', {
  /** Applications are about to be unmounted and mounted. */
  started: { version: 1, schema: ahead, dom: 'out' },
  /** Somebody cancelled the navigation that had started. */
  cancelled: { version: 1, schema: route, dom: 'out' },
  /** What had to go is unmounted, and mounting begins. */
  mountStarted: { version: 1, schema: ahead, dom: 'out' },
  /** Applications were mounted, unmounted or broken. */
  appsChanged: { version: 1, schema: change, dom: 'out' },
  /** The applications of another URL are mounted. Retained. */
  changed: { version: 1, schema: route, retain: 'latest', dom: 'out' },
  /** An application or parcel failed. */
  appFailed: { version: 1, schema: failure, dom: 'out' },
});
