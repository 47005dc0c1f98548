import { isRecord } from './is-record.ts';
import { LockError } from './lock-error.ts';
import type { LockedContract, LockedVersion } from './lock-file.ts';

/** Members that a version may lack, as an older release may have written it. */
const absent = { rules: [], unseen: [], fieldTags: {}, casts: { up: [], down: [] }, lifecycle: 'stable' } as const;

/** @throws LockError `malformed` where something that is needed is missing or of another type. */
export function readLockedContract(type: string, value: unknown): LockedContract {
  if (!isRecord(value)) throw malformed(`"${type}" is no object`);
  const { emitters = [], listeners = [], versions } = value;
  if (!isListOfNames(emitters)) throw malformed(`"emitters" of "${type}" is no list of names`);
  if (!isListOfNames(listeners)) throw malformed(`"listeners" of "${type}" is no list of names`);
  if (!isRecord(versions)) throw malformed(`"${type}" has no "versions"`);
  const read = Object.entries(versions).map(([number, version]) => [number, readVersion(type, number, version)] as const);
  return { ...value, emitters, listeners, versions: Object.fromEntries(read) };
}

function readVersion(type: string, number: string, value: unknown): LockedVersion {
  const name = `"${type}" version ${number}`;
  if (!/^[1-9]\d*$/.test(number)) throw malformed(`"${type}" has a version "${number}", which is no whole number from 1 on`);
  if (!isRecord(value)) throw malformed(`${name} is no object`);
  const version = { ...absent, ...value };
  for (const side of ['input', 'output']) {
    if (!isRecord(version[side as keyof typeof version]) && typeof version[side as keyof typeof version] !== 'boolean') {
      throw malformed(`${name} has no JSON Schema as "${side}"`);
    }
  }
  if (typeof value['hash'] !== 'string') throw malformed(`${name} has no "hash"`);
  if (!isListOfRules(version.rules)) throw malformed(`"rules" of ${name} is no list of paths and ids`);
  if (!isLifecycle(version.lifecycle))
    throw malformed(`"lifecycle" of ${name} is no "draft", "stable" or { "deprecated": date }`);
  return version as unknown as LockedVersion;
}

function isListOfNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isListOfRules(value: unknown): boolean {
  return Array.isArray(value) && value.every((rule) => isRecord(rule) && typeof rule['path'] === 'string');
}

function isLifecycle(value: unknown): boolean {
  return value === 'draft' || value === 'stable' || (isRecord(value) && typeof value['deprecated'] === 'string');
}

function malformed(message: string): LockError {
  const advice = 'Take the file as it is on the main branch, and run "busbar snapshot".';
  return new LockError('malformed', [{ message: `The lock file is not as Busbar writes it: ${message}.`, advice }]);
}
