import { isPlainObject } from '../json-schema/keyword-places.ts';
import { LockError } from './lock-error.ts';
import type { LockedContract, LockedVersion } from './lock-file.ts';

/** Members that a version may lack, as an older release may have written it. */
const absent = { rules: [], unseen: [], fieldTags: {}, casts: { up: [], down: [] }, lifecycle: 'stable' } as const;

const isText = (value: unknown) => typeof value === 'string';
const isSchema = (value: unknown) => isPlainObject(value) || typeof value === 'boolean';
const isListOf = (isItem: (item: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(isItem);
const isTexts = isListOf(isText);
/** Infinity is `null` in JSON. */
const isAmount = (value: unknown) => typeof value === 'number' || value === null;
const isVersions = isListOf((item) => typeof item === 'number');

/** What members of a version have to be, where they are there. */
const checks: Readonly<Record<string, { readonly is: (value: unknown) => boolean; readonly wanted: string }>> = {
  input: { is: isSchema, wanted: 'a JSON Schema' },
  output: { is: isSchema, wanted: 'a JSON Schema' },
  hash: { is: isText, wanted: 'a text' },
  rules: {
    is: isListOf((rule) => isPlainObject(rule) && isText(rule['path']) && isText(rule['id'])),
    wanted: 'a list of paths and ids',
  },
  unseen: { is: isTexts, wanted: 'a list of paths' },
  fieldTags: { is: (value) => isPlainObject(value) && Object.values(value).every(isTexts), wanted: 'lists of tags by place' },
  casts: {
    is: (value) => isPlainObject(value) && isVersions(value['up']) && isVersions(value['down']),
    wanted: 'versions in "up" and "down"',
  },
  lifecycle: { is: isLifecycle, wanted: '"draft", "stable" or { "deprecated": date }' },
  fieldNumbers: { is: (value) => isPlainObject(value) && isVersions(Object.values(value)), wanted: 'numbers by place' },
  notPlain: {
    is: isListOf((item) => isPlainObject(item) && isText(item['path']) && isText(item['kind'])),
    wanted: 'a list of paths and kinds',
  },
  examples: { is: Array.isArray, wanted: 'a list' },
  tags: { is: isTexts, wanted: 'a list of words' },
  owner: { is: isText, wanted: 'a text' },
  summary: { is: isText, wanted: 'a text' },
  retain: {
    is: (value) => value === 'latest' || value === 'by-key' || isAmount(value),
    wanted: '"latest", "by-key" or a number',
  },
  dom: { is: (value) => value === 'both' || value === 'out' || value === 'off', wanted: '"both", "out" or "off"' },
  ttl: { is: isAmount, wanted: 'a number of milliseconds' },
  library: { is: isText, wanted: 'a text' },
};

/** @throws LockError `malformed` where something that is needed is missing or of another type. */
export function readLockedContract(type: string, value: unknown): LockedContract {
  if (!isPlainObject(value)) throw malformed(`"${type}" is no object`);
  const { emitters = [], listeners = [], reads, removed, versions } = value;
  if (!isTexts(emitters)) throw malformed(`"emitters" of "${type}" is no list of names`);
  if (!isTexts(listeners)) throw malformed(`"listeners" of "${type}" is no list of names`);
  if (reads !== undefined && !isReads(reads)) throw malformed(`"reads" of "${type}" is not lists of places by app and version`);
  if (removed !== undefined && removed !== true) throw malformed(`"removed" of "${type}" is not true`);
  if (!isPlainObject(versions)) throw malformed(`"${type}" has no "versions"`);
  const read = Object.entries(versions).map(([number, version]) => [number, readVersion(type, number, version)] as const);
  return { ...value, emitters, listeners, versions: Object.fromEntries(read) } as LockedContract;
}

function readVersion(type: string, number: string, value: unknown): LockedVersion {
  const name = `"${type}" version ${number}`;
  if (!/^[1-9]\d*$/.test(number)) throw malformed(`"${type}" has a version "${number}", which is no whole number from 1 on`);
  if (!isPlainObject(value)) throw malformed(`${name} is no object`);
  for (const member of ['hash', 'input', 'output']) {
    if (!Object.hasOwn(value, member)) throw malformed(`${name} has no "${member}"`);
  }
  const version: Readonly<Record<string, unknown>> = { ...absent, ...value };
  for (const [member, { is, wanted }] of Object.entries(checks)) {
    if (version[member] !== undefined && !is(version[member])) throw malformed(`"${member}" of ${name} is not ${wanted}`);
  }
  return version as unknown as LockedVersion;
}

function isReads(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  return Object.values(value).every((versions) => isPlainObject(versions) && Object.values(versions).every(isTexts));
}

function isLifecycle(value: unknown): boolean {
  if (!isPlainObject(value)) return value === 'draft' || value === 'stable';
  return isText(value['deprecated']) && (value['successor'] === undefined || isText(value['successor']));
}

function malformed(message: string): LockError {
  const advice = 'Take the file as it is on the main branch, and run "busbar snapshot".';
  return new LockError('malformed', [{ message: `The lock file is not as Busbar writes it: ${message}.`, advice }]);
}
