/** Reports an error as the browser reports uncaught ones; on the console where there is no such way. */
export function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}
