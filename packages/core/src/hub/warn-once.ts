import type { Hub } from './hub.ts';

/** Warns on the console, once per page for each key, whichever copy of Busbar comes first. */
export function warnOnce(hub: Hub, key: string, message: string): void {
  if (hub.warned.has(key)) return;
  hub.warned.add(key);
  console.warn(`[busbar ${key}] ${message}`);
}
