import fc, { type Arbitrary } from 'fast-check';
import type { Keywords } from '../json-schema.ts';
import { only } from './only.ts';

/** Texts of a format that every library takes for one. */
const formats: Readonly<Record<string, () => Arbitrary<string>>> = {
  email: () => fc.stringMatching(/^[a-z][a-z0-9]{0,9}@[a-z]{2,9}\.(com|org|example)$/),
  uri: () => fc.stringMatching(/^https:\/\/[a-z]{2,9}\.(com|org|example)(\/[a-z0-9]{1,5}){0,3}$/),
  url: () => formats['uri']!(),
  hostname: () => fc.stringMatching(/^[a-z]{2,9}\.(com|org|example)$/),
  uuid: () => fc.uuid({ version: [4, 7] }),
  guid: () => fc.uuid(),
  'date-time': () => instants().map((date) => date.toISOString()),
  date: () => instants().map((date) => date.toISOString().slice(0, 10)),
  time: () => fc.stringMatching(/^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/),
  duration: () => fc.stringMatching(/^P([1-9][0-9]?D|T[1-9][0-9]?H|[1-9]Y[1-9]M)$/),
  ipv4: () => fc.ipV4(),
  ipv6: () => fc.stringMatching(/^2001:db8(:[1-9a-f][0-9a-f]{0,3}){6}$/),
  cidrv4: () => fc.stringMatching(/^10\.[0-9]\.[0-9]\.0\/(8|16|24)$/),
  cidrv6: () => fc.stringMatching(/^2001:db8:[1-9a-f]::\/(32|48|64)$/),
  mac: () => fc.stringMatching(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/),
  e164: () => fc.stringMatching(/^\+[1-9][0-9]{7,13}$/),
  base64: () => fc.base64String(),
  base64url: () => fc.stringMatching(/^([A-Za-z0-9_-]{4}){0,5}$/),
  ulid: () => fc.ulid(),
  nanoid: () => fc.stringMatching(/^[A-Za-z0-9_-]{21}$/),
  cuid: () => fc.stringMatching(/^c[0-9a-z]{24}$/),
  cuid2: () => fc.stringMatching(/^[a-z][0-9a-z]{23}$/),
  xid: () => fc.stringMatching(/^[0-9a-v]{20}$/),
  ksuid: () => fc.stringMatching(/^[A-Za-z0-9]{27}$/),
  emoji: () => fc.constantFrom('👍', '🎉🎈', '❤️'),
};

/** What a text may be where its pattern says more than can be made of it. */
const usual = ['uri', 'email', 'uuid', 'date-time', 'date', 'time', 'duration', 'ipv4', 'e164', 'base64url'];

/** Texts that a schema allows. */
export function anyText({ format, patterns = [], minLength = 0, maxLength }: Keywords, where: string): Arbitrary<string> {
  const expressions = (patterns as string[]).map(toExpression);
  const [least, most] = [minLength as number, (maxLength as number | undefined) ?? Infinity];
  const known = formats[String(format)]?.();
  const base = known ?? (expressions.length > 0 ? matching(patterns as string[]) : ofLength(least, most));
  if (expressions.length === 0 && !known) return base;
  const fits = (text: string): boolean =>
    text.length >= least && text.length <= most && expressions.every((expression) => expression.test(text));
  return only(base, fits, `The text at ${where}`);
}

/** Schemas count the length of texts in different ways, which are one for these letters. */
function ofLength(least: number, most: number): Arbitrary<string> {
  if (least === 0 && most === Infinity) return fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }));
  return fc.string({ minLength: least, ...(most < Infinity && { maxLength: most }) });
}

function matching(patterns: readonly string[]): Arbitrary<string> {
  const begins = patterns.find((pattern) => pattern.startsWith('^') && !pattern.endsWith('$'));
  const ends = patterns.find((pattern) => pattern.endsWith('$') && !pattern.startsWith('^'));
  const pattern = begins && ends ? `${begins}.*${ends}` : patterns[0]!;
  try {
    return fc.stringMatching(toExpression(pattern));
  } catch {
    // It looks ahead or behind, or back at a group.
    return fc.oneof(...usual.map((format) => formats[format]!()), fc.string());
  }
}

/** JSON Schema means Unicode; expressions from source code may be of the older kind, which escapes more. */
function toExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

function instants(): Arbitrary<Date> {
  return fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true });
}
