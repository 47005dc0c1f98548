/** How much may be put into words: values, and characters of texts and keys. What is more is left out. */
export interface Room {
  values: number;
  characters: number;
}

const deepest = 12;
const longestText = 1_000;

/**
 * Anything as plain data that an event may carry, and people can read: functions, class instances and cycles become a
 * word in brackets, and where there is no more room, `[…]`.
 */
export function plainValue(value: unknown, room: Room): unknown {
  return describe(value, room, []);
}

function describe(value: unknown, room: Room, ancestors: readonly object[]): unknown {
  if (--room.values < 0 || room.characters < 0) return '[…]';
  switch (typeof value) {
    case 'string':
      return cut(value, room);
    case 'bigint':
    case 'symbol':
      return cut(String(value), room);
    case 'function':
      return '[function]';
    case 'object':
      return value && describeObject(value, room, ancestors);
    default:
      return value;
  }
}

function cut(text: string, room: Room): string {
  const kept = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  room.characters -= kept.length;
  return kept;
}

function describeObject(value: object, room: Room, ancestors: readonly object[]): unknown {
  if (ancestors.includes(value)) return '[cycle]';
  if (ancestors.length >= deepest) return '[…]';
  const inside = [...ancestors, value];
  try {
    if (value instanceof Date) return value.toJSON();
    if (value instanceof Map || value instanceof Set) return describeList([...value], room, inside);
    if (Array.isArray(value)) return describeList(value, room, inside);
    return isPlain(value) ? describeRecord(value, room, inside) : `[${value.constructor?.name ?? 'object'}]`;
  } catch {
    return '[unreadable]';
  }
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return !prototype || !Object.getPrototypeOf(prototype);
}

function describeList(list: readonly unknown[], room: Room, ancestors: readonly object[]): unknown[] {
  const described: unknown[] = [];
  for (const item of list) {
    described.push(describe(item, room, ancestors));
    if (room.values < 0) break;
  }
  return described;
}

function describeRecord(record: object, room: Room, ancestors: readonly object[]): object {
  const described: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    // The bus refuses these two.
    if (key === '__proto__' || key === 'constructor') continue;
    room.characters -= key.length;
    described[key] = describe(value, room, ancestors);
    if (room.values < 0) break;
  }
  return described;
}
