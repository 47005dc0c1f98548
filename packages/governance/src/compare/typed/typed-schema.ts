import { followAliases } from '../../json-schema/open-schema.ts';
import type { Schema, SchemaNode, TypeName } from '../../json-schema/schema-node.ts';
import { impliedKinds } from './implied-kinds.ts';

/** A schema as a statement of one kind, or several of them combined. The rules compare kinds. */
export type TypedSchema = PlainSchema | CombinedSchema;

/** What every kind has. */
interface Typed {
  /** The schema that it was read from; `undefined` for `true` and `false`. */
  readonly node: SchemaNode | undefined;
  /** It is one of several statements of its schema, whose title, default and conditions belong to the whole. */
  readonly isPart: boolean;
}

export interface PlainSchema extends Typed {
  readonly kind:
    | 'anything'
    | 'nothing'
    | 'string'
    | 'number'
    | 'boolean'
    | 'null'
    | 'object'
    | 'array'
    | 'enum'
    | 'const'
    | 'not'
    | 'unknown';
  /** `type` names the kind. Otherwise it was told by its keywords, and values of other kinds are let through. */
  readonly isExplicit: boolean;
  readonly isInteger?: boolean;
}

export interface CombinedSchema extends Typed {
  readonly kind: 'combined';
  readonly keyword: 'allOf' | 'anyOf' | 'oneOf';
  /** Read when asked for: a branch may lead back to its own schema. */
  readonly branches: () => readonly Branch[];
}

/** One of the schemas that are combined. */
export interface Branch {
  readonly schema: TypedSchema;
  /** From the combined schema to the branch: `/oneOf/1`. Empty for statements side by side in one schema. */
  readonly at: string;
}

export const anything: PlainSchema = { kind: 'anything', node: undefined, isPart: false, isExplicit: true };
const nothing: PlainSchema = { ...anything, kind: 'nothing' };

const known = new WeakMap<SchemaNode, TypedSchema>();

const leaves: readonly TypedSchema['kind'][] = ['anything', 'nothing', 'string', 'number', 'boolean', 'null', 'enum', 'const'];

/** Whether there are no schemas inside that the rules look at. */
export function isLeaf(schema: TypedSchema): boolean {
  return leaves.includes(schema.kind) && schema.node?.if === undefined;
}

/** Reads a schema as what it states. The same schema gives the same object. */
export function typedSchema(schema: Schema): TypedSchema {
  const followed = followAliases(schema);
  if (typeof followed === 'boolean') return followed ? anything : nothing;
  let typed = known.get(followed);
  if (!typed) {
    typed = readNode(followed);
    known.set(followed, typed);
  }
  return typed;
}

function readNode(node: SchemaNode): TypedSchema {
  const statements = statementsOf(node);
  const [first] = statements;
  if (!first) {
    const kind = typeof node.raw['x-type'] === 'string' ? 'unknown' : 'anything';
    return { ...plain(node, kind, true), isPart: false };
  }
  // What stands beside a reference and is no statement, such as a condition, belongs to the whole and not to what is referred to.
  if (statements.length === 1 && !node.reference) return { ...first(), isPart: false };
  return combined(node, 'allOf', () => statements.map((read) => ({ schema: read(), at: '' })), false);
}

type Statement = () => TypedSchema;

/** What a schema object states side by side. */
function statementsOf(node: SchemaNode): Statement[] {
  const statements: Statement[] = [];
  const { reference } = node;
  if (reference) statements.push(() => typedSchema(reference.follow()));
  if (node.enum) statements.push(() => plain(node, 'enum', true));
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const list = node[keyword];
    if (list) statements.push(() => combined(node, keyword, () => branchesOf(list, keyword), true));
  }
  if (node.not !== undefined) statements.push(() => plain(node, 'not', true));
  if ('const' in node) statements.push(() => plain(node, 'const', true));
  if (node.type) statements.push(typeStatement(node, node.type));
  for (const kind of impliedKinds(node)) statements.push(() => plain(node, kind, false));
  return statements.map(once);
}

function once(read: Statement): Statement {
  let typed: TypedSchema | undefined;
  return () => {
    typed ??= read();
    return typed;
  };
}

function typeStatement(node: SchemaNode, types: readonly TypeName[]): Statement {
  const [only] = types;
  if (types.length === 1 && only && !Array.isArray(node.raw['type'])) return () => ofType(node, only);
  const branches = types.map((type, index) => ({ schema: ofType(node, type), at: `/anyOf/${index}` }));
  return () => combined(node, 'anyOf', () => branches, true);
}

function ofType(node: SchemaNode, type: TypeName): PlainSchema {
  return type === 'integer' ? { ...plain(node, 'number', true), isInteger: true } : plain(node, type, true);
}

function plain(node: SchemaNode, kind: PlainSchema['kind'], isExplicit: boolean): PlainSchema {
  return { kind, node, isPart: true, isExplicit };
}

function combined(
  node: SchemaNode,
  keyword: CombinedSchema['keyword'],
  read: () => readonly Branch[],
  isPart: boolean,
): CombinedSchema {
  let branches: readonly Branch[] | undefined;
  return {
    kind: 'combined',
    node,
    isPart,
    keyword,
    branches: () => {
      branches ??= read();
      return branches;
    },
  };
}

function branchesOf(list: readonly Schema[], keyword: string): Branch[] {
  return list.map((schema, index) => ({ schema: typedSchema(schema), at: `/${keyword}/${index}` }));
}
