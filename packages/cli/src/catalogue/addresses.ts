import { createHash } from 'node:crypto';

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const longest = 80;

/**
 * Makes a name into a file name that means the same on every file system and needs no escaping in an address: lower-case
 * letters, digits, `_`, `-` and `~` only. Different names stay different, also where case is ignored.
 */
export function fileNameOf(name: string): string {
  return safe(name, (character) => (character === '-' ? '-' : `~-${character.toLowerCase()}`));
}

/** The folder of an event's pages: `events/cart/item-added`. */
function eventFolder(type: string): string {
  return ['events', ...type.split(':').map(wordsOf)].join('/');
}

/** The page of an event in its newest version. */
export function eventPath(type: string): string {
  return `${eventFolder(type)}/index.html`;
}

/** The page of one version of an event, at an address that stays when newer ones come. */
export function versionPath(type: string, version: number): string {
  return `${eventFolder(type)}/v${version}.html`;
}

/** The JSON Schema of one version: `input` is what emitters give, `output` what is published. */
export function schemaPath(type: string, version: number, side: 'input' | 'output'): string {
  return `${eventFolder(type)}/v${version}.${side}.schema.json`;
}

/** The page of all events whose names begin alike. */
export function domainPath(name: string): string {
  return `domains/${fileNameOf(name)}.html`;
}

/** The page of an app. */
export function appPath(name: string): string {
  return `apps/${fileNameOf(name)}.html`;
}

/** The page of an owner. */
export function ownerPath(name: string): string {
  return `owners/${fileNameOf(name)}.html`;
}

/** An address that leads from one file of the catalogue to another, wherever the catalogue lies. */
export function addressBetween(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same += 1;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}

/** A segment of an event's name, with its words in camel case parted by hyphens. */
function wordsOf(segment: string): string {
  return safe(segment, (character, index) => {
    if (character === '-') return '--';
    return `${index > 0 ? '-' : '~-'}${character.toLowerCase()}`;
  });
}

/** Letters in upper case and hyphens become what is asked for, all else its code in hexadecimal between two `~`. */
function safe(name: string, encode: (character: string, index: number) => string): string {
  const encoded = name.replace(/[^a-z0-9_]/gu, (character, index: number) =>
    /[A-Z-]/.test(character) ? encode(character, index) : `~${character.codePointAt(0)!.toString(16)}~`,
  );
  if (encoded === '' || devices.test(encoded)) return `${encoded}~`;
  return encoded.length <= longest ? encoded : `${encoded.slice(0, longest - 14)}~~${digest(name)}`;
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}
