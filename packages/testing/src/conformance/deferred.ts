/** A promise that is kept from outside. */
export interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
}

/** Makes one. `Promise.withResolvers`, for browsers that have none. */
export function deferred(): Deferred {
  let resolve = (): void => {};
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
