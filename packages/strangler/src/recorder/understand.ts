import type { IsPersonal } from './is-personal.ts';
import type { Shape } from './shape.ts';
import { formatOf, type TextFormat } from './text-format.ts';

/** What is said of a place, from which JSON Schema, Zod and placeholders are written. */
export interface Meaning {
  /** What may be there: one, or several where different things were seen; none where nothing was. */
  readonly kinds: readonly Kind[];
  readonly isNullable: boolean;
  readonly isOptional: boolean;
  /** Whether it looks like personal data. */
  readonly isPersonal: boolean;
}

export type Kind =
  | { readonly kind: 'boolean' | 'integer' | 'number' }
  | { readonly kind: 'text'; readonly format?: TextFormat | undefined; readonly values?: readonly string[] | undefined }
  | { readonly kind: 'list'; readonly item: Meaning }
  | { readonly kind: 'dictionary'; readonly value: Meaning }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Meaning>> };

/** So many texts have to be seen, and so often each, before the different ones are taken for all that there are. */
const enoughTexts = 20;
const enoughOfEach = 4;
const mostNames = 8;

/** Reads what was seen at a place. `path` is its place in the payload, as `isPersonal` is asked about it. */
export function understand(shape: Shape, path: string, isPersonal: IsPersonal, isOptional = false): Meaning {
  const personal = isPersonal(path);
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const kinds: Kind[] = [];
  if (shape.booleans > 0) kinds.push({ kind: 'boolean' });
  if (shape.fractions > 0) kinds.push({ kind: 'number' });
  else if (shape.integers > 0) kinds.push({ kind: 'integer' });
  if (shape.texts.seen > 0) kinds.push(textOf(shape, personal));
  if (shape.lists > 0) kinds.push({ kind: 'list', item: itemOf(shape.item ?? nothing, inside('*'), isPersonal) });
  if (shape.records > 0) kinds.push(recordOf(shape, inside, isPersonal));
  const isPersonalText = shape.texts.seen > 0 && shape.texts.format === 'email';
  return {
    kinds,
    isNullable: shape.nulls > 0,
    isOptional: isOptional || shape.absent > 0,
    isPersonal: personal || isPersonalText,
  };
}

/** JSON, and so every example, has `null` where a list has nothing. */
function itemOf(item: Shape, path: string, isPersonal: IsPersonal): Meaning {
  const meaning = understand(item, path, isPersonal);
  return { ...meaning, isNullable: meaning.isNullable || item.absent > 0 };
}

const nothing: Shape = {
  absent: 0,
  nulls: 0,
  booleans: 0,
  integers: 0,
  fractions: 0,
  texts: { seen: 0, values: undefined, format: undefined },
  lists: 0,
  item: undefined,
  records: 0,
  fields: new Map(),
};

/** Names of people are no list of names to choose from, however often they come. */
function textOf({ texts }: Shape, personal: boolean): Kind {
  const { seen, values, format } = texts;
  const isEnum =
    !personal &&
    !format &&
    values &&
    seen >= enoughTexts &&
    values.size <= mostNames &&
    [...values.values()].every((count) => count >= enoughOfEach);
  return { kind: 'text', format, values: isEnum ? [...values.keys()].sort() : undefined };
}

function recordOf({ fields, records }: Shape, inside: (name: string) => string, isPersonal: IsPersonal): Kind {
  if (isDictionary(fields, records)) {
    const meaning = understand(merged([...fields.values()].map(({ shape }) => shape)), inside('*'), isPersonal);
    return { kind: 'dictionary', value: meaning };
  }
  // Every object has these: a schema that wants `valueOf` finds a function where there is none of its own.
  const own = [...fields].filter(([name]) => !(name in Object.prototype));
  const meanings = own.map(([name, { shape, seen }]) => [name, understand(shape, inside(name), isPersonal, seen < records)]);
  return { kind: 'record', fields: Object.fromEntries(meanings) };
}

type Fields = Shape['fields'];

/** A dictionary has keys that are data: numbers and ids, an e-mail address, or ever new ones. */
function isDictionary(fields: Fields, records: number): boolean {
  const names = [...fields.keys()];
  if (names.length === 0) return false;
  if (names.some((name) => formatOf(name) === 'email')) return true;
  if (names.every((name) => /^\d+$|^[\da-f]{8}-[\da-f-]{27}$/i.test(name))) return true;
  const isInAll = [...fields.values()].some(({ seen }) => seen === records);
  return !isInAll && names.length >= 8 && names.length > records / 2 && areAlike([...fields.values()].map(({ shape }) => shape));
}

function areAlike(shapes: readonly Shape[]): boolean {
  const kindOf = ({ booleans, integers, fractions, texts, lists, records }: Shape): string =>
    [booleans, integers + fractions, texts.seen, lists, records].map((count) => (count > 0 ? 1 : 0)).join('');
  return new Set(shapes.map(kindOf)).size === 1;
}

/** What was seen at several places, as if they were one. */
function merged(shapes: readonly Shape[]): Shape {
  const sum = (count: (shape: Shape) => number): number => shapes.reduce((total, shape) => total + count(shape), 0);
  const items = shapes.flatMap(({ item }) => item ?? []);
  const names = new Set(shapes.flatMap(({ fields }) => [...fields.keys()]));
  const fieldOf = (name: string): Fields extends Map<string, infer Field> ? Field : never => {
    const fields = shapes.flatMap((shape) => shape.fields.get(name) ?? []);
    return { shape: merged(fields.map(({ shape }) => shape)), seen: fields.reduce((total, { seen }) => total + seen, 0) };
  };
  const formats = new Set(shapes.filter(({ texts }) => texts.seen > 0).map(({ texts }) => texts.format));
  return {
    absent: sum(({ absent }) => absent),
    nulls: sum(({ nulls }) => nulls),
    booleans: sum(({ booleans }) => booleans),
    integers: sum(({ integers }) => integers),
    fractions: sum(({ fractions }) => fractions),
    texts: { seen: sum(({ texts }) => texts.seen), values: undefined, format: formats.size === 1 ? [...formats][0] : undefined },
    lists: sum(({ lists }) => lists),
    item: items.length > 0 ? merged(items) : undefined,
    records: sum(({ records }) => records),
    fields: new Map([...names].map((name) => [name, fieldOf(name)])),
  };
}
