/** Lets one at a time work on an instance: the shape of `navigator.locks`. */
export interface SagaLocks {
  /**
   * Calls back once nobody else holds the name, and holds it until what that answers has settled. Rejects with the signal's
   * reason where it aborts first.
   */
  request<Answer>(name: string, options: { readonly signal: AbortSignal }, work: () => Promise<Answer>): Promise<Answer>;
}

const key: unique symbol = Symbol.for('busbar.locks');
type Held = Map<string, Promise<unknown>>;
type Page = { [key]?: Held };

/** The locks of the browser, which all its tabs share; where there are none, those of the page. */
export function defaultLocks(): SagaLocks {
  return (globalThis.navigator?.locks as SagaLocks | undefined) ?? pageLocks();
}

/** Locks that all copies of Busbar on one page share: by name, the end of the line of those who wait. */
export function pageLocks(): SagaLocks {
  const page = globalThis as Page;
  page[key] ??= new Map();
  const held = page[key];
  return {
    async request(name, { signal }, work) {
      const before = held.get(name) ?? Promise.resolve();
      let release = (): void => {};
      const mine = new Promise<void>((resolve) => {
        release = resolve;
      });
      const last = before.then(() => mine);
      held.set(name, last);
      try {
        await unlessAborted(before, signal);
        return await work();
      } finally {
        release();
        if (held.get(name) === last) held.delete(name);
      }
    },
  };
}

function unlessAborted(wait: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    wait.then(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}
