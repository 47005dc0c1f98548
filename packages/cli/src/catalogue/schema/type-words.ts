import { isObject } from './is-object.ts';

const formats: Record<string, string> = {
  'date-time': 'date and time',
  date: 'date',
  time: 'time of day',
  duration: 'duration',
  email: 'e-mail address',
  'idn-email': 'e-mail address',
  hostname: 'host name',
  ipv4: 'IPv4 address',
  ipv6: 'IPv6 address',
  uri: 'URL',
  'uri-reference': 'URL or path',
  uuid: 'UUID',
  regex: 'regular expression',
};

const plurals: Record<string, string> = {
  string: 'strings',
  number: 'numbers',
  integer: 'integers',
  boolean: 'booleans',
  object: 'objects',
  anything: 'anything',
};

const longest = 120;

/** A type of JSON Schema with its format, in words: `string, an e-mail address`. */
export function typeWords(type: string, format: unknown): string {
  const name = type === 'array' ? 'list' : type;
  if (type !== 'string' || typeof format !== 'string') return name;
  return `${name} (${Object.hasOwn(formats, format) ? formats[format] : format})`;
}

/** The type that a schema states, or that its keywords speak of. */
export function ownWords(schema: Record<string, unknown>): string {
  const { type, format, 'x-type': marker } = schema;
  if (typeof marker === 'string') return `${marker}, which JSON Schema cannot express`;
  if (typeof type === 'string') return typeWords(type, format);
  if (Array.isArray(type)) return either(type.map((one) => typeWords(String(one), format)));
  if (Object.hasOwn(schema, 'const')) return typeOfValue(schema['const']);
  if (Array.isArray(schema['enum'])) return either(schema['enum'].map(typeOfValue));
  if (isObject(schema['properties'])) return 'object';
  return 'prefixItems' in schema ? 'list' : 'anything';
}

/** `list of strings`. */
export function listOf(words: string): string {
  return `list of ${pluralOf(words)}`;
}

/** `record of numbers`: an object whose keys are free. */
export function recordOf(words: string): string {
  return `record of ${pluralOf(words)}`;
}

/** `string or null`; words that would be too many to read become `one of several types`. */
export function either(words: readonly string[]): string {
  const joined = [...new Set(words)].join(' or ');
  return joined.length <= longest ? joined : 'one of several types';
}

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}

function pluralOf(words: string): string {
  if (Object.hasOwn(plurals, words)) return plurals[words]!;
  if (words.startsWith('list of ')) return words.replace('list of', 'lists of');
  const [base = '', ...rest] = words.split(' (');
  if (rest.length > 0 && Object.hasOwn(plurals, base)) return `${plurals[base]} (${rest.join(' (')}`;
  return words.includes(' or ') ? `(${words})` : words;
}
