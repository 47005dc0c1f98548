/** What attacks whoever merges a payload carelessly; the bus refuses the first two. */
const dangerous = ['__proto__', 'constructor', 'prototype'];

/** Says whether a field may have this name. */
export function isAllowedName(name: string): boolean {
  return !dangerous.includes(name);
}
