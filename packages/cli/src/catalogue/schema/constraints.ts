import { isObject } from './is-object.ts';

/** What a value has to be beside its type: words, and the values or the pattern that they speak of. */
export interface Constraint {
  readonly words: string;
  readonly values?: readonly unknown[];
}

type Limit = readonly [keyword: string, inWords: (limit: unknown, schema: Record<string, unknown>) => string | undefined];

const limits: readonly Limit[] = [
  ['minimum', (limit, schema) => (schema['exclusiveMinimum'] === true ? `more than ${limit}` : bound('at least', limit))],
  ['exclusiveMinimum', (limit) => bound('more than', limit)],
  ['maximum', (limit, schema) => (schema['exclusiveMaximum'] === true ? `less than ${limit}` : bound('at most', limit))],
  ['exclusiveMaximum', (limit) => bound('less than', limit)],
  ['multipleOf', (limit) => bound('a multiple of', limit)],
  ['minLength', (limit) => atLeast(limit, 'character')],
  ['maxLength', (limit) => atMost(limit, 'character')],
  ['minItems', (limit) => atLeast(limit, 'item')],
  ['maxItems', (limit) => atMost(limit, 'item')],
  ['minContains', (limit) => atLeast(limit, 'item', 'of that kind')],
  ['maxContains', (limit) => atMost(limit, 'item', 'of that kind')],
  ['minProperties', (limit) => atLeast(limit, 'field')],
  ['maxProperties', (limit) => atMost(limit, 'field')],
  ['prefixItems', (_, { items }) => (items === false ? 'no further items' : undefined)],
  ['uniqueItems', (unique) => (unique === true ? 'no item twice' : undefined)],
  ['contentEncoding', (encoding) => `encoded as ${encoding}`],
  ['contentMediaType', (type) => `holds ${type}`],
];

/** What the keywords of a schema ask for, in the words of people. */
export function constraintsOf(schema: Record<string, unknown>): Constraint[] {
  const inWords = limits.map(([keyword, words]) => (Object.hasOwn(schema, keyword) ? words(schema[keyword], schema) : undefined));
  return [
    ...choiceOf(schema),
    ...inWords.filter((words) => words !== undefined).map((words) => ({ words })),
    ...('pattern' in schema ? [{ words: 'matches', values: [new Verbatim(schema['pattern'])] }] : []),
    ...namesOf(schema['propertyNames']),
    ...togetherOf(schema['dependentRequired']),
    ...marksOf(schema),
  ];
}

/** Something that is shown as it is written, without the quotes of a text. */
export class Verbatim {
  readonly text: string;

  constructor(text: unknown) {
    this.text = String(text);
  }
}

function choiceOf(schema: Record<string, unknown>): Constraint[] {
  if (Object.hasOwn(schema, 'const')) return [{ words: 'always', values: [schema['const']] }];
  const { enum: choice } = schema;
  return Array.isArray(choice) ? [{ words: choice.length === 1 ? 'always' : 'one of', values: choice }] : [];
}

/** Nothing for the bounds of whole numbers that JavaScript can tell apart: every such number has them. */
function bound(words: string, limit: unknown): string | undefined {
  if (typeof limit !== 'number' || Math.abs(limit) === Number.MAX_SAFE_INTEGER) return undefined;
  return `${words} ${limit}`;
}

function atLeast(limit: unknown, thing: string, more = ''): string | undefined {
  return limit === 0 ? undefined : `${countOf(limit, thing)} or more ${more}`.trim();
}

function atMost(limit: unknown, thing: string, more = ''): string {
  return `at most ${countOf(limit, thing)} ${more}`.trim();
}

function countOf(count: unknown, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function namesOf(names: unknown): Constraint[] {
  return isObject(names)
    ? constraintsOf(names).map(({ words, values }) => ({ words: `names: ${words}`, ...(values && { values }) }))
    : [];
}

function togetherOf(dependencies: unknown): Constraint[] {
  if (!isObject(dependencies)) return [];
  return Object.entries(dependencies).map(([name, needed]) => ({
    words: `with “${name}” also`,
    values: Array.isArray(needed) ? needed : [],
  }));
}

/** What contracts say about checks that JSON Schema has no keyword for. */
function marksOf({ rule, 'x-checks': checks, 'x-coerce': isCoerced }: Record<string, unknown>): Constraint[] {
  const texts = (value: unknown) => (Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []);
  return [
    ...texts(checks).map((words) => ({ words })),
    ...texts(rule).map((id) => ({ words: 'rule', values: [new Verbatim(id)] })),
    ...(isCoerced === undefined ? [] : [{ words: 'made of other types where it can be' }]),
  ];
}
