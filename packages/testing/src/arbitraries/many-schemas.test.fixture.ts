import type { AnyEventContract } from '@busbar/core';
import { type } from 'arktype';
import * as v from 'valibot';
import * as z from 'zod';

interface Category {
  name: string;
  parent?: Category | undefined;
  children: Category[];
}
const Category: z.ZodType<Category, Category> = z.object({
  name: z.string().max(5),
  get parent() {
    return Category.optional();
  },
  get children() {
    return z.array(Category).max(3);
  },
});

/** Schemas of three libraries that say all they ask for in JSON Schema. */
export const manySchemas: Readonly<Record<string, AnyEventContract['schema']>> = {
  'zod: primitives': z.object({ text: z.string(), number: z.number(), flag: z.boolean(), nothing: z.null() }),
  'zod: a payload that is no object': z.array(z.number().int()),
  'zod: bounds of numbers': z.object({
    whole: z.int().min(-5).max(5),
    open: z.number().gt(0).lt(1),
    half: z.number().nonnegative(),
    steps: z.int().multipleOf(5).positive(),
    money: z.number().multipleOf(0.01).min(0).max(1_000),
    huge: z.number().min(1e20),
  }),
  'zod: lengths': z.object({
    short: z.string().min(2).max(4),
    exact: z.string().length(3),
    list: z.array(z.boolean()).min(1).max(2),
  }),
  'zod: formats': z.object({
    email: z.email(),
    url: z.url(),
    uuid: z.uuid(),
    v4: z.uuidv4(),
    at: z.iso.datetime(),
    day: z.iso.date(),
    time: z.iso.time(),
    span: z.iso.duration(),
    four: z.ipv4(),
    six: z.ipv6(),
    range: z.cidrv4(),
    range6: z.cidrv6(),
    base: z.base64(),
    url64: z.base64url(),
    phone: z.e164(),
    ulid: z.ulid(),
    nano: z.nanoid(),
    cuid: z.cuid(),
    cuid2: z.cuid2(),
    xid: z.xid(),
    ksuid: z.ksuid(),
    emoji: z.emoji(),
    mac: z.mac(),
    host: z.hostname(),
  }),
  'zod: patterns': z.object({
    code: z.string().regex(/^[A-Z]{2}-\d+$/),
    inside: z.string().regex(/b+/),
    older: z.string().regex(/^_\d$/),
    ahead: z.string().regex(/^(?!0000)\d{4}-\d{2}-\d{2}$/),
    ends: z.string().startsWith('ab').endsWith('yz'),
    includes: z.string().includes('-'),
    template: z.templateLiteral(['sku-', z.number().int().positive()]),
  }),
  'zod: optional, nullable and default': z.object({
    a: z.string().optional(),
    b: z.string().nullable(),
    c: z.number().default(3),
    d: z.string().nullish(),
  }),
  'zod: literals and enums': z.object({ one: z.literal('a'), two: z.literal([1, 'b', null, true]), three: z.enum(['x', 'y']) }),
  'zod: unions': z.object({
    any: z.union([z.string(), z.number(), z.array(z.string())]),
    nested: z.object({ deep: z.union([z.null(), z.boolean()]) }),
  }),
  'zod: discriminated unions': z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('card'), number: z.string() }),
    z.object({ kind: z.literal('cash') }),
    z.discriminatedUnion('state', [
      z.object({ kind: z.literal('bill'), state: z.literal('open') }),
      z.object({ kind: z.literal('bill'), state: z.literal('paid'), at: z.iso.datetime() }),
    ]),
  ]),
  'zod: intersections': z.intersection(
    z.object({ a: z.string(), both: z.number().min(1) }),
    z.object({ b: z.number(), both: z.number().max(9) }),
  ),
  'zod: intersections of unions': z.intersection(
    z.union([z.object({ a: z.string() }), z.object({ b: z.number() })]),
    z.union([z.object({ c: z.string() }), z.object({ d: z.number() })]),
  ),
  'zod: tuples': z.object({ pair: z.tuple([z.string(), z.number()]), open: z.tuple([z.string()], z.boolean()) }),
  'zod: records': z.object({
    prices: z.record(z.string(), z.number()),
    named: z.record(z.enum(['a', 'b']), z.boolean()),
    some: z.partialRecord(z.enum(['a', 'b']), z.boolean()),
    coded: z.record(z.string().regex(/^[a-z]{2}$/), z.object({ n: z.int() })),
  }),
  'zod: strict and loose objects': z.object({
    strict: z.strictObject({ a: z.string() }),
    loose: z.looseObject({ a: z.string() }),
    rest: z.object({}).catchall(z.number()),
  }),
  'zod: recursive': z.object({ category: Category }),
  'zod: anything': z.object({ any: z.any(), unknown: z.unknown(), json: z.json() }),
  'zod: what is no plain data, left out': z.object({
    at: z.date().optional(),
    big: z.bigint().optional(),
    never: z.never().optional(),
    name: z.string(),
  }),
  'valibot: an order': v.object({
    id: v.pipe(v.string(), v.uuid()),
    lines: v.pipe(
      v.array(
        v.object({ sku: v.pipe(v.string(), v.regex(/^[A-Z]-\d$/)), quantity: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      ),
      v.minLength(1),
    ),
    note: v.optional(v.pipe(v.string(), v.maxLength(10))),
    state: v.picklist(['open', 'paid']),
    extra: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  }),
  'valibot: variants': v.variant('kind', [
    v.object({ kind: v.literal('a'), n: v.number() }),
    v.strictObject({ kind: v.literal('b'), t: v.tuple([v.string(), v.nullable(v.boolean())]) }),
  ]),
  'arktype: an order': type({
    id: 'string.uuid',
    'note?': 'string < 10',
    lines: type({ sku: /^[A-Z]-\d$/, quantity: '1 <= number.integer <= 99' })
      .array()
      .atLeastLength(1),
    state: "'open' | 'paid'",
    mail: 'string.email',
    'until?': 'string.date.iso',
    nested: { 'a?': 'boolean | null', b: 'number % 5' },
  }),
  'arktype: unions': type({ kind: "'a'", n: 'number' }).or({ kind: "'b'", 't?': ['string', 'number'] }),
};
