import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { midnightOf } from './midnight-of.ts';
import type { ObjectShape, Shape, TupleShape } from './shape.ts';

/** The shapes of places, for recursions. */
export type Places = ReadonlyMap<string, Shape>;

/**
 * The first form of a union that a value fits; one that names all of the value's fields comes before one that is merely open to them.
 * Constraints are not looked at: they do not tell forms apart in typed formats either.
 */
export function formOf(members: readonly Shape[], value: unknown, places: Places): Shape | undefined {
  return (
    members.find((member) => fitsShape(member, value, places, false)) ??
    members.find((member) => fitsShape(member, value, places, true))
  );
}

/** Says whether a value has a shape. @param isOpen Whether open objects may have fields that their shape does not name. */
export function fitsShape(shape: Shape, value: unknown, places: Places, isOpen: boolean): boolean {
  switch (shape.kind) {
    case 'any':
      return true;
    case 'never':
      return false;
    case 'null':
      return value === null;
    case 'boolean':
    case 'number':
      return typeof value === shape.kind;
    case 'string':
      return typeof value === 'string' && (formats[shape.format ?? '']?.(value) ?? true);
    case 'integer':
      return Number.isInteger(value) && Number(value) >= shape.minimum && Number(value) <= shape.maximum;
    case 'literals':
      return shape.values.some((literal) => JSON.stringify(literal) === JSON.stringify(value));
    case 'array':
      return Array.isArray(value) && value.every((item) => fitsShape(shape.items, item, places, isOpen));
    case 'tuple':
      return Array.isArray(value) && fitsTuple(shape, value, places, isOpen);
    case 'object':
      return isPlainObject(value) && fitsObject(shape, value, places, isOpen);
    case 'union':
      return shape.members.some((member) => fitsShape(member, value, places, isOpen));
    case 'recursion':
      return fitsShape(places.get(shape.of)!, value, places, isOpen);
  }
}

/** Formats that typed formats have types for. */
const formats: Readonly<Record<string, (text: string) => boolean>> = { 'date-time': isDateTime, date: isDate };

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && midnightOf(text) !== undefined;
}

function isDateTime(text: string): boolean {
  const form = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i;
  const [, day] = form.exec(text) ?? [];
  return day !== undefined && midnightOf(day) !== undefined && !Number.isNaN(Date.parse(text));
}

function fitsTuple(shape: TupleShape, value: readonly unknown[], places: Places, isOpen: boolean): boolean {
  return (
    value.length >= shape.required &&
    value.every((item, index) => {
      const itemShape = shape.items[index] ?? shape.rest;
      return itemShape !== undefined && fitsShape(itemShape, item, places, isOpen);
    })
  );
}

function fitsObject(shape: ObjectShape, value: Readonly<Record<string, unknown>>, places: Places, isOpen: boolean): boolean {
  const named = new Set(shape.fields.map(({ name }) => name));
  const fits = shape.fields.every(({ name, required, shape: field }) =>
    Object.hasOwn(value, name) ? fitsShape(field, value[name], places, isOpen) : !required,
  );
  const others = Object.entries(value).filter(([name]) => !named.has(name));
  return fits && others.every(([, other]) => (shape.rest ? fitsShape(shape.rest, other, places, isOpen) : shape.open && isOpen));
}
