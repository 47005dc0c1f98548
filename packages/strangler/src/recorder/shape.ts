import { formatOf, type TextFormat } from './text-format.ts';

/** What was seen at one place of payloads. */
export interface Shape {
  /** How often there was nothing, though the place was there. */
  absent: number;
  nulls: number;
  booleans: number;
  integers: number;
  /** Numbers that are no integers. */
  fractions: number;
  readonly texts: TextShape;
  lists: number;
  /** What the items of lists are; `undefined` before the first. */
  item: Shape | undefined;
  records: number;
  /** What the fields of records are, and how often each was there. */
  readonly fields: Map<string, { shape: Shape; seen: number }>;
}

interface TextShape {
  seen: number;
  /** The different texts and how often each came; `undefined` once there were too many. */
  values: Map<string, number> | undefined;
  /** The format of all; `undefined` once two differed. */
  format: TextFormat | undefined;
}

/** More different texts than these are no list of names. */
const mostValues = 12;
const longestValue = 40;

export function emptyShape(): Shape {
  const none = { absent: 0, nulls: 0, booleans: 0, integers: 0, fractions: 0, lists: 0, records: 0 };
  return { ...none, texts: { seen: 0, values: new Map(), format: undefined }, item: undefined, fields: new Map() };
}

/** Adds one more value to what was seen. It has to be data that an event can carry. */
export function addTo(shape: Shape, value: unknown): void {
  if (value === undefined) shape.absent++;
  else if (value === null) shape.nulls++;
  else if (typeof value === 'boolean') shape.booleans++;
  else if (typeof value === 'number') Number.isSafeInteger(value) ? shape.integers++ : shape.fractions++;
  else if (typeof value === 'string') addText(shape.texts, value);
  else if (Array.isArray(value)) addList(shape, value);
  else addRecord(shape, value as object);
}

function addText(texts: TextShape, value: string): void {
  const format = formatOf(value);
  texts.format = texts.seen === 0 || texts.format === format ? format : undefined;
  texts.seen++;
  if (!texts.values) return;
  texts.values.set(value, (texts.values.get(value) ?? 0) + 1);
  if (texts.values.size > mostValues || value.length > longestValue) texts.values = undefined;
}

function addList(shape: Shape, list: readonly unknown[]): void {
  shape.lists++;
  for (const item of list) {
    shape.item ??= emptyShape();
    addTo(shape.item, item);
  }
}

function addRecord(shape: Shape, record: object): void {
  shape.records++;
  for (const [name, value] of Object.entries(record)) {
    const field = shape.fields.get(name) ?? { shape: emptyShape(), seen: 0 };
    field.seen++;
    addTo(field.shape, value);
    shape.fields.set(name, field);
  }
}
