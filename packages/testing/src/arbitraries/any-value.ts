import fc, { type Arbitrary } from 'fast-check';
import { isImpossible, type Keywords, keywordsOf, referencesIn, resolve, type Schema } from '../json-schema.ts';
import { anyJson } from './any-json.ts';
import { anyList } from './any-list.ts';
import { anyNumber } from './any-number.ts';
import { anyObject } from './any-object.ts';
import { anyText } from './any-text.ts';
import { mergeKeywords } from './merge-keywords.ts';
import type { Translation } from './translation.ts';

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

/** Values of a whole schema, as far as its common keywords tell. @throws Error where there are none. */
export function anyValueOf(root: Schema): Arbitrary<unknown> {
  const depth = { depthIdentifier: 'contract', maxDepth: 4 };
  const { whole } = fc.letrec<Record<string, unknown>>((tie) => {
    const translation: Translation = { root, tie, depth, anyPart: (schema, where) => anyValue(schema, translation, where) };
    const parts = [...referencesIn(root)].map((reference) => [
      reference,
      translation.anyPart(resolve(root, reference), reference),
    ]);
    return { ...Object.fromEntries(parts), whole: translation.anyPart(root, '#') };
  });
  return whole!;
}

function anyValue(schema: Schema, translation: Translation, where: string): Arbitrary<unknown> {
  if (isImpossible(schema)) throw nothingAt(where);
  const { allOf, anyOf, oneOf, $ref, ...own } = withoutAnnotations(keywordsOf(schema));
  const combined = given({ allOf, anyOf, oneOf });
  if (typeof $ref === 'string') {
    const others = { ...own, ...combined };
    if (Object.keys(others).length === 0) return translation.tie($ref);
    return anyValue(mergeKeywords(keywordsOf(resolve(translation.root, $ref)), others), translation, where);
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
  if (!branches) return anyOfType(mergeKeywords({}, own), translation, where);
  return anyBranch(
    branches.map((branch) => mergeKeywords(own, keywordsOf(branch))),
    translation,
    where,
  );
}

function nothingAt(where: string): Error {
  return new Error(`The schema allows nothing at ${where} that is plain data.`);
}

function withoutAnnotations(schema: Keywords): Keywords {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !annotations.includes(name)));
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
  if (sorted.length === 0) throw nothingAt(where);
  return fc.oneof(translation.depth, ...sorted.map((branch, index) => translation.anyPart(branch, `${where} (${index + 1})`)));
}

function anyOfType(schema: Keywords, translation: Translation, where: string): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const asked = schema['type'] === undefined ? impliedTypes(schema) : [schema['type']].flat();
  if (asked.length === 0) return anyJson();
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
