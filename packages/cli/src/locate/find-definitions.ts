import type { CallExpression, Expression, Node, ObjectExpression, Program, Property, SpreadElement } from 'acorn';
import { simple } from 'acorn-walk';
import { parseModule } from './parse-module.ts';

/** A place in a source, counted from 1. */
export interface Position {
  /** An absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where an event is defined, and by what. */
export interface Definition {
  readonly type: string;
  readonly position: Position;
  /** The object with version and schema, where it is written there. */
  readonly definition?: ObjectExpression;
}

/** The events that a module defines with `defineEvent` and `defineEvents`, in the order of the source. */
export function findDefinitions(file: string): Definition[] {
  const tree = parseModule(file);
  if (!tree) return [];
  const definitions: Definition[] = [];
  simple(tree, {
    CallExpression(call) {
      definitions.push(...definedBy(call, file));
    },
  });
  return definitions;
}

function definedBy(call: CallExpression, file: string): Definition[] {
  const [name, definition] = call.arguments;
  const text = name && textOf(name);
  if (text === undefined || definition?.type !== 'ObjectExpression') return [];
  const callee = nameOf(call.callee);
  if (callee === 'defineEvent') return [{ type: text, position: positionOf(name!, file), definition }];
  if (callee !== 'defineEvents') return [];
  return definition.properties.flatMap((property) => {
    const key = keyOf(property);
    if (key === undefined) return [];
    const { value } = property as Property;
    const position = positionOf(property, file);
    return [{ type: `${text}:${key}`, position, ...(value.type === 'ObjectExpression' && { definition: value }) }];
  });
}

/** `defineEvent`, also of `bus.defineEvent`. */
function nameOf(callee: CallExpression['callee']): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

/** What a text says that is written out. */
export function textOf(node: Node): string | undefined {
  const expression = node as Expression;
  if (expression.type === 'Literal' && typeof expression.value === 'string') return expression.value;
  if (expression.type !== 'TemplateLiteral' || expression.expressions.length > 0) return undefined;
  return expression.quasis[0]?.value.cooked ?? undefined;
}

/** The key of a property that is written out. */
export function keyOf(property: Property | SpreadElement): string | undefined {
  if (property.type !== 'Property' || property.computed) return undefined;
  return property.key.type === 'Identifier' ? property.key.name : textOf(property.key);
}

/** Where a node begins. */
export function positionOf(node: Node | Program, file: string): Position {
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  return { file, line, column: column + 1 };
}
