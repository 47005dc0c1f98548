import type { JsonSchema } from './json-schema.ts';
import { isPlainObject } from './keyword-places.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.test.fixture.ts';

type Draw = (below: number) => number;
type Schema = Readonly<Record<string, unknown>>;

/**
 * Values that tell two schemas apart if anything does: made after one of them or the other, with the names, values and bounds (and
 * one more, one less) of both, and with a part missing, added or exchanged. The same seed gives the same values.
 */
export function instancesFor(schemas: readonly JsonSchema[], seed: number, count: number): unknown[] {
  const maker = new InstanceMaker(vocabularyOf(schemas), randomFrom(seed));
  return Array.from({ length: count }, (_, index) => maker.next(schemas[index % schemas.length] as JsonSchema));
}

class InstanceMaker {
  private readonly vocabulary: Vocabulary;
  private readonly draw: Draw;

  constructor(vocabulary: Vocabulary, draw: Draw) {
    this.vocabulary = vocabulary;
    this.draw = draw;
  }

  next(schema: JsonSchema): unknown {
    const value = this.make(schema, schema, 4);
    return this.draw(3) === 0 ? this.spoil(value) : value;
  }

  private make(schema: unknown, root: JsonSchema, depth: number): unknown {
    if (!isPlainObject(schema) || depth < 0) return this.anything(depth);
    if (this.draw(8) === 0) return this.anything(depth);
    const merged = mergeParts(schema, root, this.draw);
    if ('const' in merged) return merged['const'];
    if (Array.isArray(merged['enum']) && merged['enum'].length > 0) return this.pick(merged['enum']);
    const type = this.typeOf(merged);
    if (type === 'object') return this.makeObject(merged, root, depth);
    if (type === 'array') return this.makeArray(merged, root, depth);
    return this.makeScalar(merged, type, depth);
  }

  private typeOf(schema: Schema): string | undefined {
    const { type } = schema;
    if (typeof type === 'string') return type;
    if (Array.isArray(type) && type.length > 0) return this.pick(type) as string;
    return this.pick(Object.keys(schema).map((key) => typeOfKeyword[key])) ?? undefined;
  }

  private makeScalar(schema: Schema, type: string | undefined, depth: number): unknown {
    if (type === 'null') return null;
    if (type === 'boolean') return this.draw(2) === 0;
    const isWanted = (value: unknown) => (type === 'string' ? typeof value === 'string' : typeof value === 'number');
    if (type === undefined) return this.anything(depth);
    const fitting = this.vocabulary.scalars.filter(isWanted);
    if (type !== 'string') return type === 'integer' ? Math.round(this.pick(fitting) as number) : this.pick(fitting);
    const length = this.pick([schema['minLength'], schema['maxLength'], undefined]);
    return typeof length === 'number' ? this.pick(['a', 'b', 'x']).repeat(length) : this.pick(fitting);
  }

  private makeObject(schema: Schema, root: JsonSchema, depth: number): unknown {
    const properties = isPlainObject(schema['properties']) ? schema['properties'] : {};
    const object: Record<string, unknown> = {};
    const set = (name: string) => {
      const pattern = Object.entries(schema['patternProperties'] ?? {}).find(([text]) => new RegExp(text, 'u').test(name))?.[1];
      const part = Object.hasOwn(properties, name) ? properties[name] : (pattern ?? schema['additionalProperties']);
      const value = this.make(part, root, depth - 1);
      Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
    };
    for (const name of Array.isArray(schema['required']) ? schema['required'] : []) set(name);
    for (const name of Object.keys(properties)) if (this.draw(3) > 0) set(name);
    if (this.draw(3) === 0) set(this.pick(this.vocabulary.names));
    const wanted = Number(schema['minProperties'] ?? 0);
    for (const name of this.vocabulary.names) if (Object.keys(object).length < wanted) set(name);
    return object;
  }

  private makeArray(schema: Schema, root: JsonSchema, depth: number): unknown {
    const prefix = Array.isArray(schema['prefixItems']) ? schema['prefixItems'] : [];
    const least = Number(schema['minItems'] ?? schema['minContains'] ?? (schema['contains'] === undefined ? 0 : 1));
    const length = Math.min(
      this.pick([least, Number(schema['maxItems'] ?? least), least + 1, prefix.length, this.pick(this.vocabulary.lengths)]),
      5,
    );
    const holds = schema['contains'];
    return Array.from({ length }, (_, index) => {
      const part = prefix[index] ?? schema['items'];
      return this.make(holds !== undefined && this.draw(2) === 0 ? holds : part, root, depth - 1);
    });
  }

  private anything(depth: number): unknown {
    const choice = this.draw(8);
    if (choice === 0 && depth > 0)
      return {
        [this.pick(this.vocabulary.names)]: this.anything(depth - 1),
        [this.pick(this.vocabulary.names)]: this.anything(depth - 1),
      };
    if (choice === 1 && depth > 0)
      return Array.from({ length: this.pick(this.vocabulary.lengths) }, () => this.anything(depth - 1));
    return choice === 2 ? this.pick([{}, [], null, true]) : this.pick(this.vocabulary.scalars);
  }

  private spoil(value: unknown): unknown {
    if (Array.isArray(value))
      return this.draw(2) === 0 ? value.slice(1) : [...value, this.draw(2) === 0 ? (value[0] ?? null) : this.anything(1)];
    if (!isPlainObject(value)) return typeof value === 'number' ? value + this.pick([1, -1, 0.5]) : this.anything(2);
    const keys = Object.keys(value);
    if (keys.length === 0 || this.draw(3) === 0) return { ...value, [this.pick(this.vocabulary.names)]: this.anything(2) };
    const key = this.pick(keys);
    const { [key]: old, ...rest } = value;
    return this.draw(2) === 0 ? rest : { ...rest, [key]: this.spoil(old) };
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.draw(items.length)] as T;
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
