import type * as z4 from 'zod';

/** What a release of Zod exports. */
export type Zod = typeof z4;

/** Schemas of every kind that contracts are made of, built with one release of Zod. */
export function zodCorpus(z: Zod): Readonly<Record<string, z4.ZodType>> {
  return {
    ...texts(z),
    ...numbers(z),
    ...scalars(z),
    ...collections(z),
    ...unions(z),
    ...fields(z),
    ...code(z),
    ...recursive(z),
  };
}

function texts(z: Zod): Record<string, z4.ZodType> {
  return {
    string: z.string(),
    lengths: z.string().min(2).max(5),
    'exact length': z.string().length(3),
    'several lengths': z.string().min(1).min(3).max(9).max(8),
    regex: z.string().regex(/^[A-Z]{2}-\d+$/),
    'two patterns': z.string().regex(/^a/).regex(/b$/),
    startsWith: z.string().startsWith('A.'),
    endsWith: z.string().endsWith('?'),
    includes: z.string().includes('(x)'),
    lowercase: z.string().lowercase(),
    uppercase: z.string().uppercase(),
    email: z.email(),
    'email of old': z.string().email(),
    'email with its own pattern': z.email({ pattern: /^[a-z]+@example\.com$/ }),
    'email and a pattern': z.email().regex(/@example\.com$/),
    'email and a length': z.email().max(40),
    uuid: z.uuid(),
    uuidv4: z.uuidv4(),
    uuidv7: z.uuidv7(),
    guid: z.guid(),
    url: z.url(),
    'url of a host': z.url({ hostname: /^example\.com$/ }),
    ipv4: z.ipv4(),
    ipv6: z.ipv6(),
    cidrv4: z.cidrv4(),
    cidrv6: z.cidrv6(),
    e164: z.e164(),
    base64: z.base64(),
    base64url: z.base64url(),
    jwt: z.jwt(),
    'jwt of an algorithm': z.jwt({ alg: 'HS256' }),
    nanoid: z.nanoid(),
    cuid: z.cuid(),
    cuid2: z.cuid2(),
    ulid: z.ulid(),
    xid: z.xid(),
    ksuid: z.ksuid(),
    emoji: z.emoji(),
    datetime: z.iso.datetime(),
    'datetime with an offset': z.iso.datetime({ offset: true }),
    'datetime without a zone': z.iso.datetime({ local: true }),
    'datetime with milliseconds': z.iso.datetime({ precision: 3 }),
    'datetime of a minute': z.iso.datetime({ precision: -1 }),
    'iso date': z.iso.date(),
    time: z.iso.time(),
    'time with seconds': z.iso.time({ precision: 0 }),
    duration: z.iso.duration(),
    trimmed: z.string().trim(),
    'trimmed, then checked': z.string().trim().min(1),
    'template literal': z.templateLiteral(['v', z.number().int(), '-', z.enum(['a', 'b'])]),
    'format of its own': z.stringFormat('sku', /^[A-Z]-\d$/),
  };
}

function numbers(z: Zod): Record<string, z4.ZodType> {
  return {
    number: z.number(),
    bounds: z.number().min(1).max(9),
    'open bounds': z.number().gt(1).lt(9),
    'both kinds of bounds': z.number().min(1).gt(1).max(9).lt(10),
    int: z.int(),
    'int of old': z.number().int(),
    'int within bounds': z.number().int().min(0).max(100),
    positive: z.int().positive(),
    int32: z.int32(),
    uint32: z.uint32(),
    float32: z.float32(),
    float64: z.float64(),
    multipleOf: z.number().multipleOf(0.5),
  };
}

function scalars(z: Zod): Record<string, z4.ZodType> {
  return {
    boolean: z.boolean(),
    null: z.null(),
    any: z.any(),
    unknown: z.unknown(),
    never: z.never(),
    undefined: z.undefined(),
    bigint: z.bigint(),
    'bigint within bounds': z.bigint().min(1n),
    date: z.date(),
    nan: z.nan(),
    'text literal': z.literal('a'),
    'number literal': z.literal(7),
    'boolean literal': z.literal(true),
    'null literal': z.literal(null),
    'several literals': z.literal(['b', 'a']),
    'mixed literals': z.literal(['a', 1, true]),
    enum: z.enum(['b', 'a', 'c']),
    'enum of numbers': z.enum({ One: 1, Two: 2 }),
  };
}

function collections(z: Zod): Record<string, z4.ZodType> {
  return {
    array: z.array(z.string()),
    'array of anything': z.array(z.any()),
    'lengths of an array': z.array(z.number()).min(1).max(3),
    tuple: z.tuple([z.string(), z.number()]),
    'tuple with a rest': z.tuple([z.string()], z.number()),
    'empty tuple': z.tuple([]),
    record: z.record(z.string(), z.number()),
    'record of an enum': z.record(z.enum(['a', 'b']), z.number()),
    'record of patterned names': z.record(z.string().regex(/^x-/), z.string()),
    'partial record': z.partialRecord(z.enum(['a', 'b']), z.number()),
    map: z.map(z.string(), z.number()),
    set: z.set(z.string()),
  };
}

function unions(z: Zod): Record<string, z4.ZodType> {
  const click = z.object({ kind: z.literal('click'), x: z.number() });
  const key = z.object({ kind: z.literal('key'), key: z.string() });
  return {
    union: z.union([z.string(), z.number()]),
    'union of objects': z.union([click, key]),
    'union in a union': z.union([z.union([z.string().min(1), z.number()]), z.boolean()]),
    'discriminated union': z.discriminatedUnion('kind', [click, key]),
    nullable: z.string().nullable(),
    'nullable with a bound': z.string().min(1).nullable(),
    'nullable twice': z.string().nullable().nullable(),
    'null or text': z.union([z.null(), z.string()]),
    intersection: z.intersection(z.object({ a: z.string() }), z.object({ b: z.number() })),
    'intersection of three': z
      .object({ a: z.string() })
      .and(z.object({ b: z.number() }))
      .and(z.object({ c: z.boolean() })),
    'intersection with a union': z.intersection(z.object({ a: z.string() }), z.union([click, key])),
    'intersection with a record': z.intersection(z.object({ a: z.string() }), z.record(z.string(), z.string())),
  };
}

function fields(z: Zod): Record<string, z4.ZodType> {
  return {
    object: z.object({ b: z.string(), a: z.number() }),
    'empty object': z.object({}),
    strict: z.strictObject({ a: z.string() }),
    loose: z.looseObject({ a: z.string() }),
    catchall: z.object({ a: z.string() }).catchall(z.number()),
    optional: z.object({ a: z.string().optional(), b: z.string().nullish() }),
    default: z.object({ a: z.string().default('x'), b: z.int().default(0) }),
    'default made anew': z.object({
      at: z.string().default(() => new Date().toISOString()),
      id: z.number().default(Math.random),
    }),
    prefault: z.object({ a: z.string().trim().prefault(' x ') }),
    catch: z.object({ a: z.string().catch('x') }),
    readonly: z.object({ a: z.array(z.string()).readonly() }),
    nonoptional: z.object({ a: z.string().optional().nonoptional() }),
    partial: z.object({ a: z.string(), b: z.number() }).partial(),
    'undefined field': z.object({ a: z.undefined() }),
    'optional in a union': z.object({ a: z.union([z.string().optional(), z.number()]) }),
    described: z.object({ a: z.string().describe('The first') }).meta({ title: 'Letters', deprecated: true }),
    tagged: z.object({
      email: z.email().meta({ tags: ['pii'] }),
      lines: z.array(z.object({ sku: z.string().meta({ tags: ['stock'] }) })),
    }),
  };
}

function code(z: Zod): Record<string, z4.ZodType> {
  return {
    refined: z.string().refine((text) => text.length % 2 === 0),
    'refined with a rule': z
      .object({ a: z.number() })
      .refine(({ a }) => a > 0)
      .meta({ rule: 'a-positive' }),
    'refined with a rule of the check': z.number().refine((n) => n % 2 === 0, { params: { rule: 'even' } }),
    superRefined: z.array(z.number()).superRefine(() => {}),
    transformed: z.string().transform((text) => text.length),
    'transformed and checked': z.string().transform(Number).pipe(z.number().min(1)),
    preprocessed: z.preprocess((value) => String(value), z.string()),
    coerced: z.coerce.number().min(1),
    custom: z.custom<string>((value) => typeof value === 'string'),
    stringbool: z.stringbool(),
  };
}

function recursive(z: Zod): Record<string, z4.ZodType> {
  const folder: z4.ZodType = z.object({ name: z.string(), folders: z.lazy(() => z.array(folder)) });
  const line = z.object({ sku: z.string() }).meta({ id: `line-${Math.random()}` });
  return {
    recursive: folder,
    'recursive in a field': z.object({ root: folder, trash: folder.optional() }),
    'recursive by a getter': byGetter(z),
    'used twice': z.object({ from: line, to: z.array(line) }),
  };
}

function byGetter(z: Zod): z4.ZodType {
  const node = z.object({
    value: z.number(),
    get next(): z4.ZodType {
      return node.nullable();
    },
  });
  return node;
}
