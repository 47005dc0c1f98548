/** Names that no field may have: they lead to other objects. */
const forbidden = ['__proto__', 'constructor'];

/** Says why the bus would refuse a value as a payload; undefined for plain data. */
export function whyNotPlain(value: unknown, path: readonly string[] = [], above: readonly unknown[] = []): string | undefined {
  const where = path.length > 0 ? ` at ${path.join('.')}` : '';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}${where}`;
  if (typeof value !== 'object' || value === null) return undefined;
  if (above.includes(value)) return `a cycle${where}`;
  if (isInstance(value)) return `an instance of ${value.constructor?.name ?? 'a class'}${where}`;
  for (const [name, part] of Object.entries(value)) {
    if (forbidden.includes(name)) return `a field called ${name}${where}`;
    const reason = whyNotPlain(part, [...path, name], [...above, value]);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Plain means an array, or an object at most one prototype deep. */
function isInstance(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return !Array.isArray(value) && prototype !== null && Object.getPrototypeOf(prototype) !== null;
}
