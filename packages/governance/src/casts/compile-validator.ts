import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { mapSubschemas } from '../contracts/canonical/map-subschemas.ts';
import { unescaped } from '../json-schema/json-pointer.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { textFormats } from './text-formats.ts';

/** What a schema says of a value. */
export interface Issue {
  /** Where in the value: `lines.0.sku`; empty for the value itself. */
  readonly path: string;
  readonly message: string;
}

/** What is wrong with a value; nothing where it satisfies the schema. */
export type Validator = (value: unknown) => readonly Issue[];

/**
 * Compiles a described schema. What JSON has no word for (`x-type`) is told by `strange`: whether any value is taken there,
 * or none. A payload that is `undefined`, as of events without one, satisfies a schema that says so.
 */
export function compileValidator(schema: JsonSchema, strange: 'anything' | 'nothing', fill = false): Validator {
  const validate = remembered(schema, `${strange} ${fill}`, () =>
    compile(withoutStrangeTypes(schema, strange) as AnySchema, fill),
  );
  return (value) => {
    if (value === undefined) return takesUndefined(schema) ? [] : [{ path: '', message: 'is undefined' }];
    try {
      if (validate(value)) return [];
    } catch (error) {
      if (error instanceof RangeError) return [{ path: '', message: 'is judged by a schema that comes to no end' }];
      throw error;
    }
    return (validate.errors ?? []).map(({ instancePath, message = 'is wrong' }) => ({ path: dotted(instancePath), message }));
  };
}

/** Compiling takes longer than validating a hundred values. */
const memory = new WeakMap<object, Map<string, ValidateFunction>>();

function remembered(schema: JsonSchema, kind: string, make: () => ValidateFunction): ValidateFunction {
  if (!isPlainObject(schema)) return make();
  const known = memory.get(schema) ?? new Map<string, ValidateFunction>();
  memory.set(schema, known);
  const validate = known.get(kind) ?? make();
  known.set(kind, validate);
  return validate;
}

/** Patterns are read as JSON Schema reads them, with `u`; those that make no sense so, as JavaScript reads them without. */
function compile(schema: AnySchema, useDefaults: boolean): ValidateFunction {
  try {
    return createAjv(useDefaults, true).compile(schema);
  } catch (error) {
    if (error instanceof RangeError) return endless;
    return createAjv(useDefaults, false).compile(schema);
  }
}

/** What a schema that refers to nothing but itself is compiled to. */
const endless = (() => {
  throw new RangeError();
}) as unknown as ValidateFunction;

function createAjv(useDefaults: boolean, unicodeRegExp: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, meta: false, useDefaults, unicodeRegExp });
  addFormats.default(ajv);
  for (const [name, { pattern }] of Object.entries(textFormats)) if (pattern) ajv.addFormat(name, pattern);
  return ajv;
}

/** The same schema in words that validators and generators know. */
export function withoutStrangeTypes(schema: unknown, strange: 'anything' | 'nothing'): unknown {
  if (!isPlainObject(schema)) return schema;
  const kind = schema['x-type'];
  if (kind === undefined) return mapSubschemas(schema, (part) => withoutStrangeTypes(part, strange));
  return kind === 'undefined' || strange === 'nothing' ? { not: {} } : {};
}

/** Whether a schema takes a payload that is not there. */
export function takesUndefined(schema: JsonSchema): boolean {
  if (!isPlainObject(schema)) return schema === true;
  const branches = [schema['anyOf'], schema['oneOf']].flat().filter(isPlainObject);
  return Object.keys(schema).length === 0 || schema['x-type'] === 'undefined' || branches.some(takesUndefined);
}

function dotted(instancePath: string): string {
  const steps = instancePath.split('/').slice(1);
  return steps.map(unescaped).join('.');
}
