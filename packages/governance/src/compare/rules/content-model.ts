import type { Schema, SchemaNode } from '../../json-schema/schema-node.ts';
import { typedSchema } from '../typed/typed-schema.ts';

/**
 * What a schema says about a property or an item that it does not name.
 *
 * - `open`: anything goes.
 * - `closed`: it is refused.
 * - `partial`: it has to satisfy a schema.
 */
export type ContentModel =
  | { readonly kind: 'open' }
  | (Certainty & { readonly kind: 'closed' })
  | (Certainty & { readonly kind: 'partial'; readonly schema: Schema });

interface Certainty {
  /** The keyword that says so leaves out what schemas beside it deal with, which the rules do not look at. */
  readonly isUncertain: boolean;
  /** The keyword has no effect where it stands, and the rules look at it all the same. */
  readonly isIdle: boolean;
}

const certain: Certainty = { isUncertain: false, isIdle: false };

/** For a property of this name: the first pattern that matches, else the schema for the rest. */
export function modelOfProperty(node: SchemaNode, name: string): ContentModel {
  for (const [pattern, schema] of Object.entries(node.patternProperties ?? {})) {
    if (matches(pattern, name)) return modelOf(schema, certain);
  }
  return modelOfOtherProperties(node);
}

/** For properties that neither `properties` nor `patternProperties` have. */
export function modelOfOtherProperties(node: SchemaNode): ContentModel {
  if (node.additionalProperties !== undefined) return modelOf(node.additionalProperties, certain);
  return modelOf(node.unevaluatedProperties, { ...certain, isUncertain: true });
}

/** For items after those that a tuple names. */
export function modelOfOtherItems(node: SchemaNode): ContentModel {
  if (node.items === false || (node.prefixItems && node.items !== undefined)) return modelOf(node.items, certain);
  if (node.items !== undefined) return { kind: 'open' };
  if (node.additionalItems !== undefined) return modelOf(node.additionalItems, { isUncertain: true, isIdle: true });
  return modelOf(node.unevaluatedItems, { ...certain, isUncertain: true });
}

function modelOf(schema: Schema | undefined, certainty: Certainty): ContentModel {
  if (schema === undefined || isAnything(schema)) return { kind: 'open' };
  return schema === false ? { kind: 'closed', ...certainty } : { kind: 'partial', schema, ...certainty };
}

/** `true` and schemas that state nothing. */
export function isAnything(schema: Schema): boolean {
  const typed = typedSchema(schema);
  return typed.kind === 'anything' && typed.node?.if === undefined && typed.node?.format === undefined;
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return new RegExp(pattern).test(name);
  }
}
