/**
 * Throws an error that any test runner shows well, unless two values look the same.
 *
 * @param what what the value is of, in words that begin the message
 */
export function expectSame(what: string, came: unknown, expected: unknown): void {
  if (shown(came) !== shown(expected)) throw new Error(`${what}: expected ${shown(expected)}, and ${shown(came)} came.`);
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (part === undefined ? '(undefined)' : part));
}
