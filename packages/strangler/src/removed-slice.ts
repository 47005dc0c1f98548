import { BusError } from '@busbar/core';
import { report } from './report.ts';
import type { Store } from './store.ts';
import './strangler-errors.ts';

export interface RemovedSliceOptions {
  /** Told of each use, once for each place in the code. Default: the browser's `reportError`. */
  onUse?(error: BusError<'slice-used'>): void;
}

/** What is left of a slice of a store, to find those who still use it. */
export interface RemovedSlice {
  /** What to put in the slice's place. It is empty, and reading a field of it is told. Nothing can be written into it. */
  readonly state: unknown;
  /**
   * Tells of actions that the slice used to take, by their types; `cart/*` stands for all that begin with `cart/`. Returns the
   * function that ends it.
   */
  watch(store: Store, actions: readonly string[]): () => void;
}

/**
 * Keeps watch where a slice was: tells who still reads its state or dispatches its actions, with the place in the code, as
 * `slice-used`. When nobody is told of any more, take this away, too.
 *
 * @example
 * const gone = removedSlice('cart');
 * const store = configureStore({ reducer: { cart: () => gone.state, search }, enhancers });
 * gone.watch(reduxStore(store), ['cart/*']);
 */
export function removedSlice(slice: string, options: RemovedSliceOptions = {}): RemovedSlice {
  const told = new Set<string>();

  function tell(use: 'dispatch' | 'read', what: string): void {
    const stack = stackHere();
    const place = `${use} ${what} ${stack}`;
    if (told.has(place)) return;
    told.add(place);
    const error = sliceUsed(slice, use, what, stack);
    try {
      if (options.onUse) options.onUse(error);
      else report(error);
    } catch (failure) {
      report(failure);
    }
  }

  return {
    state: emptyState((field) => tell('read', field)),
    watch(store, actions) {
      const isOf = (type: string): boolean =>
        actions.some((action) => (action.endsWith('*') ? type.startsWith(action.slice(0, -1)) : type === action));
      return store.actions(({ type }) => {
        if (isOf(type)) tell('dispatch', type);
      });
    },
  };
}

/** Where this is called from. The ten lines that V8 keeps do not reach past the middleware of a store. */
function stackHere(): string {
  const limited = Error as { stackTraceLimit?: number };
  const limit = limited.stackTraceLimit;
  limited.stackTraceLimit = 50;
  const { stack = '' } = new Error();
  if (limit !== undefined) limited.stackTraceLimit = limit;
  return stack;
}

/** What checks, developer tools and loggers ask of every object is no use of it. */
const askedOfAll = new Set(['toJSON', 'then', 'constructor', 'nodeType', 'tagName', '$$typeof', 'asymmetricMatch']);

/** It has no fields of its own, so whoever goes through a whole state finds nothing to read here. */
function emptyState(tell: (field: string) => void): unknown {
  return new Proxy(Object.freeze({}), {
    get(target, field, receiver) {
      if (typeof field === 'string' && !(field in target) && !askedOfAll.has(field)) tell(field);
      return Reflect.get(target, field, receiver);
    },
  });
}

function sliceUsed(slice: string, use: 'dispatch' | 'read', what: string, stack: string): BusError<'slice-used'> {
  const how = use === 'read' ? `\`${what}\` was read of it` : `the action "${what}" was dispatched`;
  const message = `The slice "${slice}" has been removed from the store, but ${how}. Take it from events there: details.stack says where.`;
  return new BusError('slice-used', { message, slice, use, what, stack });
}
