import fc, { type Arbitrary, type LetrecLooselyTypedTie } from 'fast-check';
import { anyList } from './any-list.ts';
import { anyNumber } from './any-number.ts';
import { anyObject } from './any-object.ts';
import { anyText } from './any-text.ts';
import { mergeKeywords } from './merge-keywords.ts';
import { isImpossible, type Keywords, keywordsOf, referencesIn, resolve, type Schema } from './schema.ts';

/** What translating the parts of a schema needs to know of the whole. */
export interface Translation {
  readonly root: Schema;
  readonly tie: LetrecLooselyTypedTie;
  /** How deep recursive schemas go. */
  readonly depth: { readonly depthIdentifier: string; readonly maxDepth: number };
}

/** Says nothing of which values are allowed. */
const annotations = [
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
  '$defs',
  '$schema',
];
const types = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
/** The type of values that a keyword is about, where a schema does not say it. */
const implied: Readonly<Record<string, string>> = {
  properties: 'object',
  required: 'object',
  additionalProperties: 'object',
  items: 'array',
  prefixItems: 'array',
  minItems: 'array',
  patterns: 'string',
  pattern: 'string',
  format: 'string',
  minLength: 'string',
  maxLength: 'string',
  minimum: 'number',
  maximum: 'number',
  multipleOf: 'number',
};

/** Values of a whole schema, as far as its common keywords tell. */
export function anyValueOf(root: Schema): Arbitrary<unknown> {
  const depth = { depthIdentifier: 'contract', maxDepth: 4 };
  const references = [...referencesIn(root)];
  const { whole } = fc.letrec((tie) => {
    const translation = { root, tie, depth };
    const parts = references.map((reference) => [reference, anyValue(resolve(root, reference), translation, reference)]);
    return { ...(Object.fromEntries(parts) as Record<string, Arbitrary<unknown>>), whole: anyValue(root, translation, '#') };
  });
  return whole as Arbitrary<unknown>;
}

/** Values of a part of a schema; `where` is for messages. @throws Error where there are none. */
export function anyValue(schema: Schema, translation: Translation, where: string): Arbitrary<unknown> {
  if (isImpossible(schema)) throw new Error(`The schema allows nothing at ${where} that is plain data.`);
  const { allOf, anyOf, oneOf, $ref, ...own } = keywordsOf(schema);
  if (typeof $ref === 'string') {
    const isPlain = Object.keys({ allOf, anyOf, oneOf, ...own }).every(
      (name) => annotations.includes(name) || !keywordsOf(schema)[name],
    );
    if (isPlain) return translation.tie($ref);
    return anyValue(
      mergeKeywords(keywordsOf(resolve(translation.root, $ref)), { ...own, ...given({ allOf, anyOf, oneOf }) }),
      translation,
      where,
    );
  }
  if (Array.isArray(allOf)) {
    const members = [given({ anyOf, oneOf }), ...allOf.map(keywordsOf)];
    return anyValue(
      members.reduce((merged, member) => joined(merged, member, translation), own),
      translation,
      where,
    );
  }
  const branches = (anyOf ?? oneOf) as Schema[] | undefined;
  if (branches)
    return anyBranch(
      branches.map((branch) => mergeKeywords(own, keywordsOf(branch))),
      translation,
      where,
    );
  return anyOfType(mergeKeywords({}, own), translation, where);
}

/** A member of `allOf`, which may itself refer elsewhere. */
function joined(one: Keywords, other: Keywords, { root }: Translation): Keywords {
  const { $ref, ...own } = other;
  return mergeKeywords(one, typeof $ref === 'string' ? mergeKeywords(keywordsOf(resolve(root, $ref)), own) : own);
}

function given(keywords: Keywords): Keywords {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}

/** Past the depth the first is taken, which therefore leads nowhere deeper if one does. */
function anyBranch(branches: readonly Keywords[], translation: Translation, where: string): Arbitrary<unknown> {
  const possible = branches.filter((branch) => !isImpossible(branch));
  const sorted = possible.sort((one, other) => referencesIn(one).size - referencesIn(other).size);
  if (sorted.length === 0) throw new Error(`The schema allows nothing at ${where} that is plain data.`);
  return fc.oneof(translation.depth, ...sorted.map((branch, index) => anyValue(branch, translation, `${where} (${index + 1})`)));
}

function anyOfType(schema: Keywords, translation: Translation, where: string): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const asked = schema['type'] === undefined ? impliedTypes(schema) : [schema['type']].flat();
  if (asked.length === 0) return fc.jsonValue();
  const made = types.filter((type) => asked.includes(type)).map((type) => ofType(type, schema, translation, where));
  return made.length === 1 ? made[0]! : fc.oneof(translation.depth, ...made);
}

function impliedTypes(schema: Keywords): string[] {
  return [...new Set(Object.keys(schema).flatMap((name) => implied[name] ?? []))];
}

function ofType(type: string, schema: Keywords, translation: Translation, where: string): Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return anyText(schema, where);
  if (type === 'array') return anyList(schema, translation, where);
  if (type === 'object') return anyObject(schema, translation, where);
  return anyNumber(schema, type === 'integer');
}
