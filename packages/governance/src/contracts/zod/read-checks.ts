import { metadataOf, type ZodCheck, type ZodDefinition, type ZodSchema } from './zod-schema.ts';

/** What the checks of a schema say that is no keyword: marks that the description gathers later. */
export interface CheckMarks {
  /** Ids of rules. */
  readonly rule?: readonly string[];
  /** That there is code without a rule id. */
  readonly 'x-unseen'?: true;
  /** Checks that are data, but that no keyword can say: rules whose ids say what they ask for. */
  readonly 'x-checks'?: readonly string[];
}

/** Checks that are keywords, by the types that have such keywords. */
const keywordChecks: Readonly<Record<string, readonly string[]>> = {
  string: ['min_length', 'max_length', 'length_equals', 'string_format'],
  number: ['greater_than', 'less_than', 'multiple_of', 'number_format'],
  array: ['min_length', 'max_length', 'length_equals'],
  tuple: ['min_length', 'max_length', 'length_equals'],
  record: ['min_size', 'max_size', 'size_equals'],
};
const parameters = [
  'alg',
  'hostname',
  'inclusive',
  'length',
  'maximum',
  'mime',
  'minimum',
  'property',
  'protocol',
  'size',
  'value',
] as const;
const bounds = ['min_length', 'max_length', 'length_equals', 'string_format'];
/** Checks that refuse nothing. */
const idle = ['describe', 'meta', 'overwrite'];
/** What releases of Zod have for the host of `z.httpUrl()`. */
const domains = [
  '^([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]{2,}$',
  '^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]{2,63}$',
];

/** The checks of a schema in their order. A format such as `z.email()` is its own first check. */
export function checksOf(schema: ZodSchema): readonly ZodCheck[] {
  const { def } = schema._zod;
  return [...(def.check ? [schema] : []), ...(def.checks ?? [])];
}

/** The checks of a schema that are keywords of JSON Schema. */
export function keywordChecksOf(schema: ZodSchema): readonly ZodCheck[] {
  const known = keywordChecks[schema._zod.def.type ?? ''] ?? [];
  return checksOf(schema).filter(({ _zod: { def } }) => known.includes(def.check ?? '') && !hasFlags(def));
}

/** Whether code of the author decides something at a schema: code that a rule id could name. */
export function marksOf(schema: ZodSchema, alsoCode: boolean): CheckMarks {
  const keywords = new Set(keywordChecksOf(schema));
  const checks = checksOf(schema);
  const own = checks.filter(isCode).map(({ _zod: { def } }) => idsOf((def['params'] as ZodDefinition | undefined)?.['rule']));
  const { rule, 'x-rule': xRule } = metadataOf(schema);
  const named = [...idsOf(rule), ...idsOf(xRule)];
  const ids = [...new Set([...own.flat(), ...named])].sort();
  const nameless = own.filter((found) => found.length === 0).length + (alsoCode ? 1 : 0) + (rewrites(checks) ? 1 : 0);
  const rest = checks.filter((check) => !keywords.has(check) && !isCode(check) && !idle.includes(check._zod.def.check ?? ''));
  const parametric = [...new Set([...rest, ...checks.filter(({ _zod: { def } }) => hasOptions(def))].map(textOf))].sort();
  return {
    ...(ids.length > 0 && { rule: ids }),
    ...(nameless > named.length && { 'x-unseen': true as const }),
    ...(parametric.length > 0 && { 'x-checks': parametric }),
  };
}

function isCode({ _zod: { def } }: ZodCheck): boolean {
  return def.check === 'custom';
}

/** `.min(1).trim()`: what is published need not be what was checked. */
function rewrites(checks: readonly ZodCheck[]): boolean {
  const kinds = checks.map(({ _zod: { def } }) => def.check ?? '');
  return kinds.includes('overwrite') && kinds.some((kind) => bounds.includes(kind));
}

/** JSON Schema has no flags for patterns; `u` and `v` are how it reads them anyway. */
function hasFlags(def: ZodDefinition): boolean {
  return def['format'] === 'regex' && /[ims]/.test((def['pattern'] as RegExp).flags);
}

/** A format with conditions that its name does not say. */
function hasOptions(def: ZodDefinition): boolean {
  return Boolean(def['hostname'] || def['protocol'] || def['alg']);
}

function textOf({ _zod: { def } }: ZodCheck): string {
  const told = parameters.filter((name) => def[name] !== undefined).map((name) => `${name}=${parameterText(def[name])}`);
  const pattern = hasFlags(def) ? [`pattern=${def['pattern']}`] : [];
  return [def['format'] ?? def.check, ...told, ...pattern].join(' ');
}

function parameterText(value: unknown): string {
  if (value instanceof RegExp) return domains.includes(value.source) ? 'domain' : String(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

function idsOf(rule: unknown): string[] {
  return [rule].flat().filter((id) => typeof id === 'string');
}
