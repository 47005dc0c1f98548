import { snakeCase } from '../words.ts';
import { type FieldNumbers, keysOf, messageOfKey } from './assign-field-numbers.ts';
import { valueName } from './lower-scalar.ts';
import { nameAt } from './lowering.ts';
import type { ProtoEnum, ProtoMessage, ProtoModel } from './proto-model.ts';

/** A number that once meant something. */
interface Gone {
  /** What it meant in its message: `sku:string`, `=open`. */
  readonly key: string;
  readonly number: number;
}

/** What is gone, by the place of its message or enum. */
export type GoneNumbers = ReadonlyMap<string, readonly Gone[]>;

/** What earlier versions had and this one has not, in the order of numbers. */
export function goneNumbers(model: ProtoModel, numbers: FieldNumbers): GoneNumbers {
  const present = new Set(keysOf(model));
  const gone = new Map<string, Gone[]>();
  for (const [key, number] of Object.entries(numbers).sort(([, a], [, b]) => a - b)) {
    if (present.has(key)) continue;
    const place = messageOfKey(key);
    const known = gone.get(place) ?? [];
    gone.set(place, known);
    known.push({ key: key.slice(place.length + 1), number });
  }
  return gone;
}

/** The statements that keep what a message once used from being taken again. */
export function reservedInMessage(message: ProtoMessage, numbers: GoneNumbers): string[] {
  const names = new Set(message.fields.flatMap(({ name, oneof }) => [name, oneof]));
  const gone = (numbers.get(message.place) ?? []).filter(({ key }) => !key.startsWith('='));
  const goneNames = gone.map(({ key }) => nameOfKey(key)).filter((name) => !names.has(name));
  return reservedLines(gone, goneNames);
}

function reservedLines(gone: readonly Gone[], names: readonly string[]): string[] {
  if (gone.length === 0) return [];
  const quoted = [...new Set(names)].sort().map((name) => `"${name}"`);
  const numbers = [...new Set(gone.map(({ number }) => number))];
  return [`reserved ${numbers.join(', ')};`, ...(quoted.length > 0 ? [`reserved ${quoted.join(', ')};`] : [])];
}

/** The same for the values of an enum. */
export function reservedInEnum(one: ProtoEnum, numbers: GoneNumbers): string[] {
  const prefix = snakeCase(one.name).toUpperCase();
  const used = new Set(one.values.values());
  const gone = (numbers.get(one.place) ?? []).filter(({ key }) => key.startsWith('='));
  const names = gone.map(({ key }) => valueName(prefix, key.slice(1)));
  return reservedLines(
    gone,
    names.filter((name) => !used.has(name)),
  );
}

/** What the field of a key was called. */
function nameOfKey(key: string): string {
  const segment = key.slice(0, key.indexOf(':'));
  if (segment === '*') return 'additional_fields';
  return segment === '' ? 'value' : snakeCase(nameAt(`/${segment}`));
}
