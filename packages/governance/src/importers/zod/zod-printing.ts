import type { JsonSchema } from '../../json-schema/json-schema.ts';

/** What is known while the schemas of one contract are written as Zod. */
export interface ZodPrinting {
  readonly root: JsonSchema;
  /** Constants by reference: `#`, `#/$defs/Line`. */
  readonly names: ReadonlyMap<string, string>;
  /** References that lead back to themselves: what holds them is evaluated late. */
  readonly recursive: ReadonlySet<string>;
  /** Told of what Zod does not check. */
  note(path: string, message: string): void;
  /** The code for a schema; here, since schemas hold schemas. */
  print(schema: JsonSchema, path: string): string;
}

/** A call with its arguments, those at the end that are empty left out. */
export function call(name: string, ...args: readonly string[]): string {
  return `${name}(${args.filter((arg) => arg !== '').join(', ')})`;
}

/** Calls of methods for keywords that a schema has: `.min(1)`. */
export function checks(schema: Readonly<Record<string, unknown>>, methods: Readonly<Record<string, string>>): string {
  return Object.entries(methods)
    .filter(([keyword]) => typeof schema[keyword] === 'number')
    .map(([keyword, method]) => `.${method}(${schema[keyword]})`)
    .join('');
}

/** JSON as code. A field called `__proto__` must not become a prototype. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return quoted(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${propertyKey(name)}: ${literal(inner)}`)
    .join(', ')} }`;
}

/** The name of a property as it stands in an object. */
export function propertyKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** A text, number or other scalar as code on one line: to some programs, two more characters end a line. */
export function quoted(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
