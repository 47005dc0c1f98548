import { snakeCase } from '../words.ts';
import { type FieldNumbers, messageOfKey } from './assign-field-numbers.ts';
import type { ProtoEnum, ProtoMessage } from './proto-model.ts';

interface Gone {
  readonly key: string;
  readonly number: number;
}

/** The statements that keep what a message once used from being taken again. */
export function reservedInMessage(message: ProtoMessage, numbers: FieldNumbers): string[] {
  const keys = new Set(message.fields.map(({ key }) => key));
  const names = new Set(message.fields.flatMap(({ name, oneof }) => [name, oneof]));
  const gone = goneKeys(message.place, numbers, (key) => !key.startsWith('=') && !keys.has(key));
  const goneNames = gone.map(({ key }) => nameOfKey(key)).filter((name) => name !== '' && !names.has(name));
  return reservedLines(gone, goneNames);
}

function goneKeys(place: string, numbers: FieldNumbers, isGone: (key: string) => boolean): Gone[] {
  return Object.entries(numbers)
    .filter(([key]) => messageOfKey(key) === place)
    .map(([key, number]) => ({ key: key.slice(place.length + 1), number }))
    .filter(({ key }) => isGone(key))
    .sort((a, b) => a.number - b.number);
}

function reservedLines(gone: readonly Gone[], names: readonly string[]): string[] {
  if (gone.length === 0) return [];
  const quoted = [...new Set(names)].sort().map((name) => `"${name}"`);
  const numbers = [...new Set(gone.map(({ number }) => number))];
  return [`reserved ${numbers.join(', ')};`, ...(quoted.length > 0 ? [`reserved ${quoted.join(', ')};`] : [])];
}

/** The same for the values of an enum. */
export function reservedInEnum(one: ProtoEnum, numbers: FieldNumbers): string[] {
  const prefix = snakeCase(one.name).toUpperCase();
  const used = new Set(one.values.values());
  const gone = goneKeys(one.place, numbers, (key) => key.startsWith('=') && !one.values.has(key.slice(1)));
  const names = gone.map(({ key }) => `${prefix}_${snakeCase(key.slice(1)).toUpperCase()}`);
  return reservedLines(
    gone,
    names.filter((name) => !used.has(name)),
  );
}

/** What the field of a key was called. */
function nameOfKey(key: string): string {
  const segment = key.slice(0, key.indexOf(':'));
  if (segment === '*') return 'additional_fields';
  return segment === '' ? 'value' : snakeCase(segment.replace(/~\d/g, ' '));
}
