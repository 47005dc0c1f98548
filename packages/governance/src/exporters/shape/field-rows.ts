import { everyShape } from './places.ts';
import { type Field, isMap, type Shape } from './shape.ts';
import { splitNull } from './split-null.ts';

/** One field, for a table that people read. */
export interface FieldRow {
  /** `lines[].sku`; `.*` is a field without a name of its own, `(card)` one form of several. */
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly shape: Shape;
  readonly default?: Field['default'];
}

/** Every field of a payload with those inside it, from the outside in. The payload itself comes first where it is no object. */
export function fieldRows(root: Shape): FieldRow[] {
  const inner = rowsInside(root, '');
  const isObject = root.kind === 'object' && !isMap(root);
  return isObject ? inner : [{ path: '(payload)', type: typeWords(root), isRequired: true, shape: root }, ...inner];
}

function rowsInside(shape: Shape, path: string): FieldRow[] {
  switch (shape.kind) {
    case 'object':
      return [...shape.fields.flatMap((field) => fieldRow(field, path)), ...restRow(shape.rest, `${path}.*`)];
    case 'array':
      return rowsInside(shape.items, `${path}[]`);
    case 'tuple':
      return shape.items.flatMap((item, index) => placeRow(item, `${path}[${index}]`, index < shape.required));
    case 'union':
      return shape.members.flatMap((member) => rowsInside(member, path + labelOf(member, shape)));
    default:
      return [];
  }
}

function fieldRow(field: Field, path: string): FieldRow[] {
  const own = path === '' ? field.name : `${path}.${field.name}`;
  const { required: isRequired, shape } = field;
  const row = { path: own, type: typeWords(shape), isRequired, shape, ...(field.default && { default: field.default }) };
  return [row, ...rowsInside(shape, own)];
}

function placeRow(shape: Shape, path: string, isRequired: boolean): FieldRow[] {
  return [{ path, type: typeWords(shape), isRequired, shape }, ...rowsInside(shape, path)];
}

function restRow(rest: Shape | undefined, path: string): FieldRow[] {
  return !rest || rest.kind === 'never' ? [] : placeRow(rest, path, false);
}

function labelOf(member: Shape, { place }: Shape): string {
  return member.place === place ? '' : `(${member.place.slice(place.length + 1)})`;
}

/** A type in the words of JSON Schema: `list of integer or null`. */
export function typeWords(shape: Shape): string {
  const { shape: inner, isNullable } = splitNull(shape);
  if (!inner) return 'null';
  return isNullable ? `${plainWords(inner)} or null` : plainWords(inner);
}

function plainWords(shape: Shape): string {
  switch (shape.kind) {
    case 'string':
      return shape.format === undefined ? 'string' : `string (${shape.format})`;
    case 'literals':
      return shape.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'array':
      return `list of ${typeWords(shape.items)}`;
    case 'tuple':
      return `list of ${shape.items.map(typeWords).join(', ')}${shape.rest ? ' and more' : ''}`;
    case 'object':
      return isMap(shape) ? `object of ${typeWords(shape.rest)}` : 'object';
    case 'union':
      return [...new Set(shape.members.map(typeWords))].join(' or ');
    case 'recursion':
      return shape.of === '' ? 'the payload again' : `what ${shape.of} is`;
    default:
      return shape.kind;
  }
}

/** Places with tags, for formats that tell them in one list: `sku` is `pii`. */
export function taggedRows(root: Shape): readonly { readonly path: string; readonly tags: readonly string[] }[] {
  const hasTags = [...everyShape(root)].some(({ tags }) => tags.length > 0);
  if (!hasTags) return [];
  return fieldRows(root).flatMap(({ path, shape }) => (shape.tags.length > 0 ? [{ path, tags: shape.tags }] : []));
}
