import type { Schema, SchemaNode } from '../../json-schema/schema-node.ts';
import type { Names } from './formula.ts';

/** Which properties the keywords of a schema look at, in all cases and in some. */
export interface EvaluatedNames {
  readonly certain: Names | 'all';
  readonly possible: Names | 'all';
}

/** How many items, from the first on, the keywords of a schema look at, in all cases and in some. */
export interface EvaluatedItems {
  readonly certain: number;
  readonly possible: number;
}

interface Found {
  readonly names: Set<string>;
  readonly patterns: Set<string>;
  all: boolean;
  items: number;
  allItems: boolean;
}

/** Properties that `unevaluatedProperties` of this schema does not concern. */
export function evaluatedNames(node: SchemaNode): EvaluatedNames {
  return { certain: namesOf(lookedAt(node, false)), possible: namesOf(lookedAt(node, true)) };
}

/** Items that `unevaluatedItems` of this schema does not concern. `contains` may make it any of them. */
export function evaluatedItems(node: SchemaNode): EvaluatedItems {
  const [certain, possible] = [lookedAt(node, false), lookedAt(node, true)];
  return { certain: itemsOf(certain), possible: itemsOf(possible) };
}

/** Properties that a branch looks at when it holds; `undefined` where that depends on more. */
export function evaluatedByBranch(branch: Schema): Names | 'all' | undefined {
  if (typeof branch === 'boolean') return { names: new Set(), patterns: [] };
  const certain = lookedAt(branch, false, { isWhole: false });
  return isSame(certain, lookedAt(branch, true, { isWhole: false })) ? namesOf(certain) : undefined;
}

/** Whether what is looked at depends on the branches of the schema itself, and not on those of schemas in `allOf` or behind references. */
export function dependsOnOwnBranchesAlone(node: SchemaNode): boolean {
  return isSame(lookedAt(node, false), lookedAt(node, true, { withOwnBranches: false }));
}

function isSame(a: Found, b: Found): boolean {
  return a.all === b.all && a.names.size === b.names.size && a.patterns.size === b.patterns.size;
}

function namesOf({ names, patterns, all }: Found): Names | 'all' {
  return all ? 'all' : { names, patterns: [...patterns].sort() };
}

function itemsOf({ items, allItems }: Found): number {
  return allItems ? Number.POSITIVE_INFINITY : items;
}

function lookedAt(root: SchemaNode, alsoPossible: boolean, { isWhole = true, withOwnBranches = true } = {}): Found {
  const found: Found = { names: new Set(), patterns: new Set(), all: false, items: 0, allItems: false };
  const seen = new Set<Schema>();
  visit(root, isWhole);
  return found;

  function visit(schema: Schema | undefined, isRoot = false): void {
    if (typeof schema !== 'object' || seen.has(schema)) return;
    seen.add(schema);
    own(schema, isRoot);
    if (schema.reference) visit(schema.reference.follow());
    for (const part of schema.allOf ?? []) visit(part);
    if (!alsoPossible) return;
    if (schema.contains !== undefined) found.allItems = true;
    if (schema === root && !withOwnBranches) return;
    const sometimes = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.if, schema.then, schema.else];
    for (const part of [...sometimes, ...Object.values(schema.dependentSchemas ?? {})]) visit(part);
  }

  function own(schema: SchemaNode, isRoot: boolean): void {
    for (const name of Object.keys(schema.properties ?? {})) found.names.add(name);
    for (const pattern of Object.keys(schema.patternProperties ?? {})) found.patterns.add(pattern);
    if (schema.additionalProperties !== undefined) found.all = true;
    if (!isRoot && schema.unevaluatedProperties !== undefined) found.all = true;
    found.items = Math.max(found.items, schema.prefixItems?.length ?? 0);
    if (schema.items !== undefined || (!isRoot && schema.unevaluatedItems !== undefined)) found.allItems = true;
  }
}
