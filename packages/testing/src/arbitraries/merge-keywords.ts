import { type Keywords, keywordsOf } from '../json-schema.ts';

type Join = (one: never, other: never) => unknown;

const smaller: Join = (one: number, other: number) => Math.min(one, other);
const larger: Join = (one: number, other: number) => Math.max(one, other);
/** Either of several, and either of others. */
const pairs: Join = (one: unknown[], other: unknown[]) =>
  one.flatMap((first) => other.map((second) => ({ allOf: [first, second] })));
const both: Join = (one: unknown, other: unknown) => mergeKeywords(keywordsOf(one), keywordsOf(other));

/** What holds where two schemas hold that both have a keyword. */
const joins: Readonly<Record<string, Join>> = {
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  items: both,
  additionalProperties: both,
  propertyNames: both,
  required: (one: string[], other: string[]) => [...new Set([...one, ...other])],
  enum: (one: unknown[], other: unknown[]) => one.filter((value) => other.some((candidate) => isSame(value, candidate))),
  type: (one: unknown, other: unknown) => [one].flat().filter((type) => [other].flat().includes(type)),
  patterns: (one: string[], other: string[]) => [...one, ...other],
  anyOf: pairs,
  oneOf: pairs,
  allOf: (one: unknown[], other: unknown[]) => [...one, ...other],
  properties: (one: Keywords, other: Keywords) => ({
    ...one,
    ...other,
    ...Object.fromEntries(
      Object.keys(one)
        .filter((name) => Object.hasOwn(other, name))
        .map((name) => [name, both(one[name] as never, other[name] as never)]),
    ),
  }),
};

/** The keywords of a schema that says what two say. Where that cannot be told, it says what the second does. */
export function mergeKeywords(one: Keywords, other: Keywords): Keywords {
  const [first, second] = [withPatterns(one), withPatterns(other)];
  const merged: Record<string, unknown> = { ...first, ...second };
  for (const name of Object.keys(first)) {
    const join = joins[name];
    if (join && Object.hasOwn(second, name)) merged[name] = join(first[name] as never, second[name] as never);
  }
  return merged;
}

/** A schema has one pattern, but all of several may have to match. */
function withPatterns({ pattern, ...others }: Keywords): Keywords {
  return pattern === undefined ? others : { ...others, patterns: [pattern, ...((others['patterns'] as string[]) ?? [])] };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
