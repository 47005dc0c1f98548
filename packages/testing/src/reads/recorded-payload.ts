import type { Shape } from './payload-shape.ts';

/** Tells of a read by its place in the payload, as a JSON pointer. */
export type Note = (place: string) => void;

/** Where a value stands: in which place of which shape. */
interface Spot {
  readonly shape: Shape;
  readonly place: string;
  readonly note: Note;
}

/**
 * A payload that notes which of its fields are read. It is made of plain frozen objects and lists with getters, and of no
 * proxies, so that everything that works with payloads works with it: `structuredClone`, `JSON.stringify`, spreading, `Object.isFrozen`.
 */
export function recordedPayload(payload: unknown, shape: Shape, note: Note): unknown {
  return recordedValue(payload, { shape, place: '', note });
}

function recordedValue(value: unknown, spot: Spot): unknown {
  if (Array.isArray(value)) return recordedList(value, spot);
  return typeof value === 'object' && value !== null ? recordedObject(value, spot) : value;
}

function recordedObject(value: object, spot: Spot): object {
  const { shape, place, note } = spot;
  const copy = Object.create(Object.getPrototypeOf(value) && absentFields(spot)) as object;
  for (const [name, inner] of Object.entries(value)) {
    const [step, at] = [`${place}/${escaped(shape.stepTo(name))}`, shape.at(name)];
    defineField(copy, name, recordedValue(inner, { shape: at, place: step, note }), step, note);
  }
  return Object.freeze(copy);
}

function recordedList(value: readonly unknown[], { shape, place, note }: Spot): readonly unknown[] {
  const copy: unknown[] = [];
  const [step, at] = [`${place}/*`, shape.at('*')];
  for (const [index, item] of value.entries())
    defineField(copy, String(index), recordedValue(item, { shape: at, place: step, note }), step, note);
  return Object.freeze(copy);
}

function defineField(copy: object, name: string, value: unknown, place: string, note: Note): void {
  const get = (): unknown => {
    note(place);
    return value;
  };
  Object.defineProperty(copy, name, { get, enumerable: true });
}

/**
 * The prototype of an object, which is asked for fields that the object has not: those are read, too, if the schema names
 * them. Stands for `Object.prototype`, so that the object is as plain as others.
 */
function absentFields({ shape, place, note }: Spot): object {
  const noteIfNamed = (name: string | symbol): void => {
    if (typeof name === 'string' && shape.names(name)) note(`${place}/${escaped(name)}`);
  };
  return new Proxy(Object.prototype, {
    get(target, name, receiver) {
      noteIfNamed(name);
      return Reflect.get(target, name, receiver);
    },
    has(target, name) {
      noteIfNamed(name);
      return Reflect.has(target, name);
    },
  });
}

/** A name as a step of a JSON pointer. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
