/** A deeply frozen copy of plain data, as the bus hands it to casts and schemas. */
export function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    copy[name] = frozenCopy(part);
  }
  return Object.freeze(copy);
}
