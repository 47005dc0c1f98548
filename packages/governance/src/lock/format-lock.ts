import type { LockFile } from './lock-file.ts';

/**
 * The text of a lock file: the same for the same content, and made for merging.
 *
 * Members are sorted by name, versions by number, every value has a line of its own. So changes of different contracts, and
 * of different versions, are different places of the text. Ends with a line break.
 *
 * @example
 * writeFileSync('busbar.lock.json', formatLock(lock));
 */
export function formatLock(lock: LockFile): string {
  return `${JSON.stringify(sorted(lock), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted((value as Readonly<Record<string, unknown>>)[name])]));
}
