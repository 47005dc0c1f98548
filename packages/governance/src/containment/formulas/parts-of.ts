import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Formula, Names, Part, SchemaFormula } from './formula.ts';
import { formulaOf, formulaOfTarget } from './formula-of.ts';
import { all, any, atom, FALSE, not, one, TRUE, types, values } from './intern.ts';
import { allTypes, maskOf, typeBits } from './type-mask.ts';
import { unevaluatedFormula, unevaluatedItemsFormula } from './unevaluated.ts';

/** What each keyword of a schema says. A value is admitted when all of it holds. */
export function partsOf(formula: SchemaFormula): readonly Part[] {
  formula.parts ??= [...partsOfNode(formula.node)].filter((part) => part.formula !== TRUE);
  return formula.parts;
}

function* partsOfNode(node: SchemaNode): Generator<Part> {
  if (node.reference) yield { keyword: '$ref', formula: formulaOfTarget(node.reference.follow()) };
  yield* valueParts(node);
  yield* numberParts(node);
  yield* stringParts(node);
  yield* arrayParts(node);
  yield* objectParts(node);
  yield* combinedParts(node);
}

function* valueParts(node: SchemaNode): Generator<Part> {
  const marker = node.raw['x-type'];
  if (typeof marker === 'string') yield { keyword: 'type', formula: atom({ kind: 'opaque', text: marker }) };
  if (node.type) yield { keyword: 'type', formula: types(maskOf(node.type)) };
  if (node.type?.includes('integer') && !node.type.includes('number')) {
    yield { keyword: 'type', formula: atom({ kind: 'multiple', of: 1 }) };
  }
  if (node.enum) yield { keyword: 'enum', formula: node.enum.length === 0 ? FALSE : values(node.enum) };
  if ('const' in node) yield { keyword: 'const', formula: values([node.const]) };
}

function* numberParts(node: SchemaNode): Generator<Part> {
  const lower = ['minimum', 'exclusiveMinimum'] as const;
  const upper = ['maximum', 'exclusiveMaximum'] as const;
  for (const keyword of lower) yield* boundPart('lower', keyword, node[keyword]);
  for (const keyword of upper) yield* boundPart('upper', keyword, node[keyword]);
  if (node.multipleOf !== undefined) yield { keyword: 'multipleOf', formula: atom({ kind: 'multiple', of: node.multipleOf }) };
}

function* boundPart(kind: 'lower' | 'upper', keyword: string, value: number | undefined): Generator<Part> {
  if (value !== undefined) yield { keyword, formula: atom({ kind, value, exclusive: keyword.startsWith('exclusive') }) };
}

function* sizeParts(node: SchemaNode, what: 'Length' | 'Items' | 'Properties', guard: number): Generator<Part> {
  const [least, most] = [node[`min${what}`], node[`max${what}`]];
  if (least !== undefined && least > 0)
    yield { keyword: `min${what}`, formula: atom({ kind: 'atLeast', count: Math.ceil(least) }, guard) };
  if (most !== undefined) yield { keyword: `max${what}`, formula: atom({ kind: 'atMost', count: Math.floor(most) }, guard) };
}

function* stringParts(node: SchemaNode): Generator<Part> {
  yield* sizeParts(node, 'Length', typeBits.string);
  if (node.pattern !== undefined) yield { keyword: 'pattern', formula: atom({ kind: 'pattern', text: node.pattern }) };
  if (node.format !== undefined) yield { keyword: 'format', formula: atom({ kind: 'format', text: node.format }) };
  const { contentEncoding, contentMediaType } = node;
  if (contentEncoding !== undefined)
    yield { keyword: 'contentEncoding', formula: atom({ kind: 'encoding', text: contentEncoding }) };
  if (contentMediaType !== undefined)
    yield { keyword: 'contentMediaType', formula: atom({ kind: 'mediaType', text: contentMediaType }) };
}

function* arrayParts(node: SchemaNode): Generator<Part> {
  yield* sizeParts(node, 'Items', typeBits.array);
  const { prefixItems = [], items, contains } = node;
  for (const [index, item] of prefixItems.entries()) {
    yield { keyword: 'prefixItems', formula: itemsAtom(index, index, formulaOf(item)) };
  }
  if (items !== undefined)
    yield { keyword: 'items', formula: itemsAtom(prefixItems.length, Number.POSITIVE_INFINITY, formulaOf(items)) };
  if (contains !== undefined) yield* containsParts(formulaOf(contains), node);
  if (node.uniqueItems) yield { keyword: 'uniqueItems', formula: atom({ kind: 'unique' }) };
  if (node.unevaluatedItems !== undefined) {
    yield { keyword: 'unevaluatedItems', formula: unevaluatedItemsFormula(node) };
  }
}

function itemsAtom(from: number, to: number, schema: Formula): Formula {
  if (schema === TRUE) return TRUE;
  // Items that nothing can be are items that are not there.
  return schema === FALSE ? atom({ kind: 'atMost', count: from }, typeBits.array) : atom({ kind: 'items', from, to, schema });
}

function* containsParts(schema: Formula, { minContains = 1, maxContains }: SchemaNode): Generator<Part> {
  if (minContains > 0)
    yield { keyword: 'contains', formula: atom({ kind: 'containsAtLeast', count: Math.ceil(minContains), schema }) };
  if (maxContains === undefined) return;
  yield { keyword: 'maxContains', formula: atom({ kind: 'containsAtMost', count: Math.floor(maxContains), schema }) };
}

function* objectParts(node: SchemaNode): Generator<Part> {
  for (const name of new Set(node.required)) yield { keyword: 'required', formula: atom({ kind: 'required', name }) };
  yield* sizeParts(node, 'Properties', typeBits.object);
  const { properties = {}, patternProperties = {}, additionalProperties, propertyNames, unevaluatedProperties } = node;
  for (const [name, schema] of Object.entries(properties)) {
    if (schema !== true) yield { keyword: 'properties', formula: atom({ kind: 'property', name, schema: formulaOf(schema) }) };
  }
  for (const [pattern, schema] of Object.entries(patternProperties)) {
    yield { keyword: 'patternProperties', formula: atom({ kind: 'matching', pattern, schema: formulaOf(schema) }) };
  }
  const declared: Names = { names: new Set(Object.keys(properties)), patterns: Object.keys(patternProperties).sort() };
  if (additionalProperties !== undefined && additionalProperties !== true) {
    yield {
      keyword: 'additionalProperties',
      formula: atom({ kind: 'others', ...declared, schema: formulaOf(additionalProperties) }),
    };
  }
  if (propertyNames !== undefined) yield { keyword: 'propertyNames', formula: namesAtom(formulaOf(propertyNames)) };
  if (unevaluatedProperties !== undefined) yield { keyword: 'unevaluatedProperties', formula: unevaluatedFormula(node) };
  yield* dependencyParts(node);
}

function namesAtom(schema: Formula): Formula {
  return schema === TRUE ? TRUE : atom({ kind: 'names', schema });
}

function* dependencyParts({ dependentRequired = {}, dependentSchemas = {} }: SchemaNode): Generator<Part> {
  for (const [name, required] of Object.entries(dependentRequired)) {
    const needed = all([...new Set(required)].map((other) => atom({ kind: 'required', name: other })));
    yield { keyword: 'dependentRequired', name, formula: needed === TRUE ? TRUE : any([without(name), needed]) };
  }
  for (const [name, schema] of Object.entries(dependentSchemas)) {
    const needed = formulaOf(schema);
    const formula = any([types(allTypes & ~typeBits.object), without(name), needed]);
    yield { keyword: 'dependentSchemas', name, formula: needed === TRUE ? TRUE : formula };
  }
}

function without(name: string): Formula {
  return not(atom({ kind: 'required', name }));
}

function* combinedParts(node: SchemaNode): Generator<Part> {
  for (const [name, schema] of (node.allOf ?? []).entries()) yield { keyword: 'allOf', name, formula: formulaOf(schema) };
  if (node.anyOf) yield { keyword: 'anyOf', formula: any(node.anyOf.map(formulaOf)) };
  if (node.oneOf) yield { keyword: 'oneOf', formula: one(node.oneOf.map(formulaOf)) };
  if (node.not !== undefined) yield { keyword: 'not', formula: not(formulaOf(node.not)) };
  if (node.if === undefined) return;
  const condition = formulaOf(node.if);
  if (node.then !== undefined) yield { keyword: 'then', formula: implies(not(condition), formulaOf(node.then)) };
  if (node.else !== undefined) yield { keyword: 'else', formula: implies(condition, formulaOf(node.else)) };
}

function implies(otherwise: Formula, formula: Formula): Formula {
  return formula === TRUE || otherwise === TRUE ? TRUE : any([otherwise, formula]);
}
