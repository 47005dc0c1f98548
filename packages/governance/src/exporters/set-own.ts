/** Gives an object a field of its own, whatever its name: assigning `__proto__` would do something else. */
export function setOwn(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
