/** What a payload has that no delivered one may have: it is made of plain frozen data, without keys that attack. */
export function faultOf(value: unknown): string | undefined {
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (Object(value) !== value) return undefined;
  const object = value as Record<string, unknown>;
  if (!Object.isFrozen(object)) return 'an object that is not frozen';
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return 'an object with a prototype of its own';
  for (const key of Reflect.ownKeys(object)) {
    if (typeof key === 'symbol' || key === '__proto__' || key === 'constructor') return `the key ${String(key)}`;
    const { get, value: own } = Object.getOwnPropertyDescriptor(object, key)!;
    const fault = get ? 'a getter' : faultOf(own);
    if (fault) return fault;
  }
  return undefined;
}
