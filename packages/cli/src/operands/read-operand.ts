import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SchemaVersion } from '@busbar/governance';
import { type LockFile, parseLock } from '@busbar/governance/lock';
import { suggestion } from '../arguments/did-you-mean.ts';
import { CannotRun } from '../load/cannot-run.ts';
import { unreadableLock } from '../load/read-lock.ts';
import { readRevision } from './read-revision.ts';

/** What can be compared: one schema, or all contracts of a lock file. */
export type Operand =
  | { readonly kind: 'schema'; readonly label: string; readonly schema: SchemaVersion }
  | { readonly kind: 'lock'; readonly label: string; readonly lock: LockFile };

/** Where a person points: at a file, at a version that is locked, at a revision of the repository. */
export interface Surroundings {
  readonly cwd: string;
  /** The lock file of the project: an absolute path. */
  readonly lockFile: string;
  /** What is in it; asked for when somebody names a version. */
  lock(): Promise<LockFile>;
}

const lockedVersion = /^(?<type>[A-Za-z][\w.-]*(?::[\w.-]+)+)@(?<version>\d+)$/;

/** @throws CannotRun `nothing-to-compare`, `no-such-contract` and others if what somebody named is not there or cannot be read. */
export async function readOperand(text: string, around: Surroundings): Promise<Operand> {
  const path = resolve(around.cwd, text);
  if (existsSync(path) && statSync(path).isFile()) return parseOperand(await readFile(path, 'utf8'), text);
  const groups = lockedVersion.exec(text)?.groups;
  if (groups) return lockedOperand(groups['type']!, Number(groups['version']), await around.lock());
  return parseOperand(await readRevision(text, around), text);
}

function lockedOperand(type: string, version: number, { contracts }: LockFile): Operand {
  const contract = Object.hasOwn(contracts, type) ? contracts[type] : undefined;
  if (!contract) {
    const advice = `The lock file has ${Object.keys(contracts).length} contracts; busbar docs shows them.`;
    const message = `No contract "${type}" is locked.${suggestion(type, Object.keys(contracts))}`;
    throw new CannotRun({ code: 'no-such-contract', message, advice });
  }
  const locked = contract.versions[String(version)];
  if (locked) return { kind: 'schema', label: `${type}@${version}`, schema: { ...locked, version } };
  const versions = Object.keys(contract.versions).join(', ');
  throw new CannotRun({
    code: 'no-such-version',
    message: `Version ${version} of "${type}" is not locked.`,
    advice: `These are: ${versions}.`,
  });
}

/** A byte-order mark is no part of what a file says. */
function parseOperand(marked: string, label: string): Operand {
  const text = marked.replace(/^\uFEFF/, '');
  const value = parseJson(text, label);
  if (typeof value === 'boolean') return { kind: 'schema', label, schema: { version: 1, schema: value } };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable(label, 'it is no object');
  if (!('lockfileVersion' in value)) {
    return { kind: 'schema', label, schema: { version: 1, schema: value as Readonly<Record<string, unknown>> } };
  }
  try {
    return { kind: 'lock', label, lock: parseLock(text) };
  } catch (error) {
    throw new CannotRun(unreadableLock(error, label));
  }
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(label, (error as Error).message);
  }
}

function unreadable(label: string, why: string): CannotRun {
  return new CannotRun({
    code: 'unreadable-operand',
    message: `${label} is neither a JSON Schema nor a lock file: ${why}.`,
    advice: 'Name a file with one of them, a version such as cart:itemAdded@1, or a revision such as main.',
  });
}
