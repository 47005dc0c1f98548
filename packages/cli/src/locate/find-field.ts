import type { CallExpression, Expression, Identifier, Node, ObjectExpression, Property } from 'acorn';
import { type Definition, keyOf, type Position, positionOf } from './find-definitions.ts';
import { findValue, type Placed } from './find-value.ts';

/** How many names are followed before it is given up. */
const patience = 40;

/**
 * Where a field of a schema is written, by its place in the JSON Schema: `#/properties/lines/items/properties/price`. The
 * nearest field above it if there is no such field any more; nothing if no field on the way is written out.
 */
export function findField({ definition, position }: Definition, path: string): Position | undefined {
  const names = fieldNames(path);
  const schema = definition && propertyOf(definition, 'schema');
  if (!schema) return undefined;
  let [place, found]: [Placed, Position | undefined] = [{ node: schema.value, file: position.file }, undefined];
  for (const name of names) {
    const field = findProperty(place, name, { left: patience });
    if (!field) return found;
    found = positionOf(field.node, field.file);
    place = { node: (field.node as Property).value, file: field.file };
  }
  return found;
}

/** The names of the fields that a JSON pointer goes through. */
function fieldNames(path: string): string[] {
  const segments = path.replace(/^#?\/?/, '').split('/');
  const names = segments.flatMap((segment, index) => {
    const isName = segment === 'properties' && segments[index - 1] !== 'properties';
    const next = segments[index + 1];
    return isName && next !== undefined ? [next.replaceAll('~1', '/').replaceAll('~0', '~')] : [];
  });
  return names;
}

function propertyOf(object: ObjectExpression, name: string): Property | undefined {
  return object.properties.find((property): property is Property => keyOf(property) === name);
}

/** The property of that name in the objects that an expression is made of, but not in their values. */
function findProperty({ node, file }: Placed, name: string, budget: { left: number }): Placed | undefined {
  if (--budget.left < 0) return undefined;
  if (node.type === 'Identifier') {
    const value = findValue((node as Identifier).name, file);
    return value && findProperty(value, name, budget);
  }
  if (node.type === 'ObjectExpression') {
    const property = propertyOf(node as ObjectExpression, name);
    if (property) return { node: property, file };
  }
  for (const part of partsOf(node as Expression)) {
    const found = findProperty({ node: part, file }, name, budget);
    if (found) return found;
  }
  return undefined;
}

/** What the shape of a schema can be in: `z.array(Line).min(1)` is in `Line`, `Base.extend({ … })` in the object, then in `Base`. */
function partsOf(node: Expression): Node[] {
  if (node.type === 'CallExpression') return choosesFields(node) ? [node.callee] : [...node.arguments, node.callee];
  if (node.type === 'MemberExpression') return [node.object];
  if (node.type === 'ArrayExpression') return node.elements.filter((element) => element !== null);
  if (node.type === 'ObjectExpression')
    return node.properties.flatMap((one) => (one.type === 'SpreadElement' ? [one.argument] : []));
  if (node.type === 'ArrowFunctionExpression') return [node.body];
  return [];
}

/** `Line.pick({ sku: true })` names fields that are written elsewhere. */
function choosesFields({ callee }: CallExpression): boolean {
  const name = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  return ['pick', 'omit', 'partial', 'required'].includes(name);
}
