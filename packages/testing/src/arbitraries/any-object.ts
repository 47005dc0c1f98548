import fc, { type Arbitrary } from 'fast-check';
import { isImpossible, type Keywords, keywordsOf, leadsDeeper, type Schema } from '../json-schema.ts';
import { isAllowedName } from './allowed-name.ts';
import { anyText } from './any-text.ts';
import { mergeKeywords } from './merge-keywords.ts';
import type { Translation } from './translation.ts';

const absent = Symbol('absent');

/** Objects that a schema allows. What it does not name is added only where the schema says what it has to be. */
export function anyObject(schema: Keywords, translation: Translation, where: string): Arbitrary<Record<string, unknown>> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const names = Object.keys(properties as object).filter((name) => !isOutOfTheWay(schema, name));
  const members = names.map((name) => anyMember(schema, name, translation, `${where}/${name}`));
  const unnamed = (required as string[]).filter((name) => !Object.hasOwn(properties as object, name));
  const values = typeof additionalProperties === 'object' ? (additionalProperties as Schema) : true;
  const needed = unnamed.map((name) => translation.anyPart(values, `${where}/${name}`));
  return fc
    .tuple(fc.tuple(...members), fc.tuple(...needed), anyOthers(schema, translation, where))
    .map(([own, more, others]) => ({
      ...others,
      ...Object.fromEntries(unnamed.map((name, index) => [name, more[index]])),
      ...Object.fromEntries(names.map((name, index) => [name, own[index]]).filter(([, value]) => value !== absent)),
    }));
}

/** A field that may be left out, and has to be where nothing fits into it. */
function isOutOfTheWay({ properties, required = [] }: Keywords, name: string): boolean {
  return isImpossible((properties as Keywords)[name]) && !(required as string[]).includes(name);
}

function anyMember(
  { properties, required = [] }: Keywords,
  name: string,
  translation: Translation,
  where: string,
): Arbitrary<unknown> {
  const value = translation.anyPart((properties as Keywords)[name] as Schema, where);
  return (required as string[]).includes(name) ? value : fc.option(value, { nil: absent, ...translation.depth });
}

/** Entries of a record, whose names nobody knows before. */
function anyOthers(schema: Keywords, translation: Translation, where: string): Arbitrary<Record<string, unknown>> {
  const { additionalProperties, patternProperties, propertyNames, minProperties, maxProperties } = schema;
  const [pattern, byPattern] = Object.entries((patternProperties as Keywords) ?? {})[0] ?? [];
  const values = pattern === undefined ? additionalProperties : byPattern;
  if (typeof values !== 'object' || values === null || isImpossible(values)) return fc.constant({});
  const names = mergeKeywords(keywordsOf(propertyNames), pattern === undefined ? {} : { pattern });
  const named = Object.keys((schema['properties'] as object) ?? {}).length;
  const limits = {
    minKeys: Math.max(0, ((minProperties as number | undefined) ?? 0) - named),
    ...(maxProperties !== undefined && { maxKeys: Math.max(0, (maxProperties as number) - named) }),
    noNullPrototype: true,
    depthIdentifier: translation.depth.depthIdentifier,
  };
  const record = fc.dictionary(anyName(names, where), translation.anyPart(values as Schema, `${where}/*`), limits);
  return leadsDeeper(values) && limits.minKeys === 0 ? fc.oneof(translation.depth, fc.constant({}), record) : record;
}

function anyName(schema: Keywords, where: string): Arbitrary<string> {
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as string[]));
  return anyText(schema, `the names of ${where}`).filter(isAllowedName);
}
