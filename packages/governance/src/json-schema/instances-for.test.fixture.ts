import { texts } from './any-schema.test.fixture.ts';
import { placesIn } from './edit-schema.test.fixture.ts';
import type { JsonSchema } from './json-schema.ts';
import { isPlainObject } from './keyword-places.ts';

/** What two schemas speak of, and what is just beside it. */
interface Vocabulary {
  readonly names: readonly string[];
  readonly scalars: readonly unknown[];
  readonly lengths: readonly number[];
}

type Draw = (below: number) => number;
type Schema = Readonly<Record<string, unknown>>;

/**
 * Values that tell two schemas apart if anything does: made after one of them or the other, with the names, values and bounds (and
 * one more, one less) of both, and with a part missing, added or exchanged. The same seed gives the same values.
 */
export function instancesFor(schemas: readonly JsonSchema[], seed: number, count: number): unknown[] {
  const draw = randomFrom(seed);
  const vocabulary = vocabularyOf(schemas);
  return Array.from({ length: count }, (_, index) => {
    const root = schemas[index % schemas.length] as JsonSchema;
    const value = make(root, root, 4);
    return draw(3) === 0 ? spoil(value) : value;
  });

  function make(schema: unknown, root: JsonSchema, depth: number): unknown {
    if (!isPlainObject(schema) || depth < 0) return anything(depth);
    if (draw(8) === 0) return anything(depth);
    const merged = mergeParts(schema, root, draw);
    if ('const' in merged) return merged['const'];
    if (Array.isArray(merged['enum']) && merged['enum'].length > 0) return pick(merged['enum']);
    const type = typeOf(merged);
    if (type === 'object') return makeObject(merged, root, depth);
    if (type === 'array') return makeArray(merged, root, depth);
    return makeScalar(merged, type, depth);
  }

  function typeOf(schema: Schema): string | undefined {
    const { type } = schema;
    if (typeof type === 'string') return type;
    if (Array.isArray(type) && type.length > 0) return pick(type) as string;
    return pick(Object.keys(schema).map((key) => typeOfKeyword[key])) ?? undefined;
  }

  function makeScalar(schema: Schema, type: string | undefined, depth: number): unknown {
    if (type === 'null') return null;
    if (type === 'boolean') return draw(2) === 0;
    const isWanted = (value: unknown) => (type === 'string' ? typeof value === 'string' : typeof value === 'number');
    if (type === undefined) return anything(depth);
    const fitting = vocabulary.scalars.filter(isWanted);
    if (type !== 'string') return type === 'integer' ? Math.round(pick(fitting) as number) : pick(fitting);
    const length = pick([schema['minLength'], schema['maxLength'], undefined]);
    return typeof length === 'number' ? pick(['a', 'b', 'x']).repeat(length) : pick(fitting);
  }

  function makeObject(schema: Schema, root: JsonSchema, depth: number): unknown {
    const properties = isPlainObject(schema['properties']) ? schema['properties'] : {};
    const object: Record<string, unknown> = {};
    for (const name of Array.isArray(schema['required']) ? schema['required'] : []) set(name);
    for (const name of Object.keys(properties)) if (draw(3) > 0) set(name);
    if (draw(3) === 0) set(pick(vocabulary.names));
    const wanted = Number(schema['minProperties'] ?? 0);
    for (const name of vocabulary.names) if (Object.keys(object).length < wanted) set(name);
    return object;

    function set(name: string): void {
      const pattern = Object.entries(schema['patternProperties'] ?? {}).find(([text]) => new RegExp(text, 'u').test(name))?.[1];
      const part = Object.hasOwn(properties, name) ? properties[name] : (pattern ?? schema['additionalProperties']);
      Object.defineProperty(object, name, {
        value: make(part, root, depth - 1),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }

  function makeArray(schema: Schema, root: JsonSchema, depth: number): unknown {
    const prefix = Array.isArray(schema['prefixItems']) ? schema['prefixItems'] : [];
    const least = Number(schema['minItems'] ?? schema['minContains'] ?? (schema['contains'] === undefined ? 0 : 1));
    const length = Math.min(
      pick([least, Number(schema['maxItems'] ?? least), least + 1, prefix.length, pick(vocabulary.lengths)]),
      5,
    );
    const holds = schema['contains'];
    return Array.from({ length }, (_, index) => {
      const part = prefix[index] ?? schema['items'];
      return make(holds !== undefined && draw(2) === 0 ? holds : part, root, depth - 1);
    });
  }

  function anything(depth: number): unknown {
    const choice = draw(8);
    if (choice === 0 && depth > 0)
      return { [pick(vocabulary.names)]: anything(depth - 1), [pick(vocabulary.names)]: anything(depth - 1) };
    if (choice === 1 && depth > 0) return Array.from({ length: pick(vocabulary.lengths) }, () => anything(depth - 1));
    return choice === 2 ? pick([{}, [], null, true]) : pick(vocabulary.scalars);
  }

  function spoil(value: unknown): unknown {
    if (Array.isArray(value))
      return draw(2) === 0 ? value.slice(1) : [...value, draw(2) === 0 ? (value[0] ?? null) : anything(1)];
    if (!isPlainObject(value)) return typeof value === 'number' ? value + pick([1, -1, 0.5]) : anything(2);
    const keys = Object.keys(value);
    if (keys.length === 0 || draw(3) === 0) return { ...value, [pick(vocabulary.names)]: anything(2) };
    const key = pick(keys);
    const { [key]: old, ...rest } = value;
    return draw(2) === 0 ? rest : { ...rest, [key]: spoil(old) };
  }

  function pick<T>(items: readonly T[]): T {
    return items[draw(items.length)] as T;
  }
}

const typeOfKeyword: Readonly<Record<string, string>> = {
  properties: 'object',
  required: 'object',
  additionalProperties: 'object',
  patternProperties: 'object',
  propertyNames: 'object',
  minProperties: 'object',
  maxProperties: 'object',
  dependentRequired: 'object',
  dependentSchemas: 'object',
  unevaluatedProperties: 'object',
  items: 'array',
  prefixItems: 'array',
  contains: 'array',
  minItems: 'array',
  maxItems: 'array',
  uniqueItems: 'array',
  unevaluatedItems: 'array',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  format: 'string',
};

/** The schema with one way through its references and combinations written into it. */
function mergeParts(schema: Schema, root: JsonSchema, draw: Draw, depth = 4): Schema {
  if (depth === 0) return schema;
  const parts: unknown[] = [];
  if (typeof schema['$ref'] === 'string') parts.push(atPointer(root, schema['$ref']));
  for (const key of ['anyOf', 'oneOf'] as const) {
    const branches = schema[key];
    if (Array.isArray(branches) && branches.length > 0) parts.push(branches[draw(branches.length)]);
  }
  if (Array.isArray(schema['allOf'])) parts.push(...schema['allOf']);
  if (schema['if'] !== undefined) parts.push(...(draw(2) === 0 ? [schema['if'], schema['then']] : [schema['else']]));
  return parts
    .filter(isPlainObject)
    .reduce<Schema>((merged, part) => mergeTwo(merged, mergeParts(part, root, draw, depth - 1)), schema);
}

function mergeTwo(a: Schema, b: Schema): Schema {
  const properties = { ...(a['properties'] as object), ...(b['properties'] as object) };
  const required = [...((a['required'] ?? []) as string[]), ...((b['required'] ?? []) as string[])];
  return { ...b, ...a, ...(Object.keys(properties).length > 0 && { properties }), ...(required.length > 0 && { required }) };
}

function atPointer(root: unknown, reference: string): unknown {
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (isPlainObject(value) ? value[step] : undefined), root);
}

function vocabularyOf(schemas: readonly JsonSchema[]): Vocabulary {
  const names = new Set<string>(['a', 'z']);
  const scalars = new Set<unknown>([...texts, 0, 1, -1, 2.5, 1e9, null, true, false, '\u{1F600}', 'zzzzzz']);
  const lengths = new Set<number>([0, 1, 2]);
  for (const place of schemas.flatMap(placesIn)) {
    for (const value of Object.values(place)) {
      if (typeof value === 'number') for (const near of [value, value + 1, value - 1, value + 0.5, value * 2]) scalars.add(near);
      if (typeof value === 'number' && Number.isInteger(value))
        for (const near of [value, value + 1, value - 1]) lengths.add(Math.max(0, Math.min(near, 6)));
    }
    for (const key of ['properties', 'dependentRequired', 'dependentSchemas', 'patternProperties']) {
      for (const name of Object.keys(place[key] ?? {})) names.add(name.replace(/[^\w]/g, ''));
    }
    for (const value of [place['const'], ...((place['enum'] ?? []) as unknown[])]) {
      if (typeof value !== 'object') scalars.add(value);
      if (typeof value === 'string') names.add(value);
    }
  }
  scalars.delete(undefined);
  return { names: [...names], scalars: [...scalars], lengths: [...lengths] };
}

/** Mulberry32: small, and good enough to choose with. */
function randomFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
