import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContracts } from '../gate/check-contracts.ts';
import { randomRuns } from '../random-runs.test.fixture.ts';
import { formatLock } from './format-lock.ts';
import { hashOf } from './hash-of.ts';
import { lockedVersionOf, lockOf } from './lock.test.fixture.ts';
import { LockError } from './lock-error.ts';
import type { LockFile } from './lock-file.ts';
import { parseLock } from './parse-lock.ts';
import { snapshot } from './snapshot.ts';

const lock = lockOf({ 'cart:itemAdded': [lockedVersionOf({ price: { type: 'number' } })] });

function errorOf(text: string): LockError {
  try {
    parseLock(text);
  } catch (error) {
    if (error instanceof LockError) return error;
  }
  throw new Error('The text was read.');
}

/** The lock file with one member of the contract's only version changed. */
function withMember(name: string, value: unknown): string {
  const [version] = Object.values(lock.contracts['cart:itemAdded']!.versions);
  return formatLock(lockOf({ 'cart:itemAdded': [{ ...version!, [name]: value }] }));
}

describe('parseLock', () => {
  it('reads what formatLock wrote', () => {
    expect(parseLock(formatLock(lock))).toEqual(lock);
  });

  it('keeps members that it does not know', () => {
    const text = formatLock({ ...lock, note: { written: 'by a newer release' } } as LockFile);
    expect(formatLock(parseLock(text))).toBe(text);
    const inVersion = withMember('reviewedBy', 'platform');
    expect(formatLock(parseLock(inVersion))).toBe(inVersion);
  });

  it('names the line in which the text stops being JSON', () => {
    const text = formatLock(lock).replace('"emitters": []', '"emitters": [');
    expect(errorOf(text)).toMatchObject({ code: 'not-json', line: 4 });
    expect(errorOf('{\n "lockfileVersion": 1,\n')).toMatchObject({ code: 'not-json', line: 2 });
  });

  it('names the line of a merge conflict, and what to do about it', () => {
    const text = `{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "b": 1\n>>>>>>> branch\n}\n`;
    expect(errorOf(text)).toMatchObject({ code: 'merge-conflict', line: 2 });
    expect(errorOf(text).message).toContain('busbar snapshot');
  });

  it('tells a lock file of a newer release from one that is none', () => {
    expect(errorOf('{ "lockfileVersion": 2 }')).toMatchObject({ code: 'unknown-version' });
    expect(errorOf('{ "lockfileVersion": 2 }').message).toContain('A newer release wrote it');
    expect(errorOf('{ "name": "shop" }')).toMatchObject({ code: 'malformed' });
    expect(errorOf('[]')).toMatchObject({ code: 'malformed' });
    expect(errorOf('{ "lockfileVersion": 1 }')).toMatchObject({
      code: 'malformed',
      message: expect.stringContaining('"contracts"'),
    });
  });

  it('names every version whose hash does not fit its schemas', () => {
    const edited = { type: 'object', properties: { price: { type: 'string' } } };
    const error = errorOf(withMember('output', edited));
    expect(error).toMatchObject({ code: 'hash-mismatch', problems: [{ contract: 'cart:itemAdded', version: 1 }] });
    expect(error.message).toMatch(/Somebody edited them by hand, or merged.+raise its version/s);
  });

  it.each([
    ['hash', undefined, 'has no "hash"'],
    ['input', 'string', '"input" of'],
    ['rules', {}, '"rules" of'],
    ['lifecycle', 'old', '"lifecycle" of'],
    ['casts', { up: [] }, '"casts" of'],
    ['fieldTags', [], '"fieldTags" of'],
    ['retain', 'first', '"retain" of'],
    ['dom', 'in', '"dom" of'],
    ['ttl', '500', '"ttl" of'],
  ])('says that %s is not what it should be', (name, value, message) => {
    expect(errorOf(withMember(name, value))).toMatchObject({ code: 'malformed', message: expect.stringContaining(message) });
  });

  it('says that a contract is neither there nor removed', () => {
    const contract = { ...lock.contracts['cart:itemAdded']!, removed: 'yes' as unknown as true };
    const error = errorOf(formatLock({ ...lock, contracts: { 'cart:itemAdded': contract } }));
    expect(error).toMatchObject({ code: 'malformed', message: expect.stringContaining('"removed" of "cart:itemAdded"') });
  });

  it.each([
    ['retain', 'latest'],
    ['retain', 'by-key'],
    ['retain', 3],
    ['dom', 'off'],
    ['ttl', 500],
    ['ttl', Number.POSITIVE_INFINITY],
  ])('reads the %s of a version as it is written: %s', (name, value) => {
    const text = withMember(name, value);
    expect(formatLock(parseLock(text))).toBe(text);
  });

  it('reads names that every object has', () => {
    const version = lockedVersionOf(JSON.parse('{ "__proto__": { "type": "string" }, "constructor": { "type": "number" } }'));
    const strange = lockOf({ 'constructor:__proto__': [version] });
    const read = parseLock(formatLock(strange));
    expect(read).toEqual(strange);
    expect(hashOf(read.contracts['constructor:__proto__']!.versions[1]!)).toBe(version.hash);
    expect(formatLock(read)).toContain('"__proto__": {');
  });

  it('reads whatever text it is given, or throws a LockError', () => {
    const text = formatLock(lock);
    const mangled = fc
      .tuple(fc.nat(text.length), fc.nat(40), fc.oneof(fc.string(), fc.json(), fc.constantFrom('[]', 'null', '1', '""', '{}')))
      .map(([start, length, inserted]) => text.slice(0, start) + inserted + text.slice(start + length));
    const replaced = fc
      .tuple(fc.nat(200), fc.constantFrom('null', '1', '[]', '{}', '""', 'true', '[null]'))
      .map(([which, value]) => {
        let number = 0;
        return JSON.stringify(JSON.parse(text), (_, part) => (number++ === which ? JSON.parse(value) : part));
      });
    fc.assert(
      fc.property(fc.oneof(mangled, replaced), (given) => {
        try {
          const read = parseLock(given);
          return snapshot(read, [], { complete: true }).lock.lockfileVersion === 1 && checkContracts(read, []) !== undefined;
        } catch (error) {
          return error instanceof LockError && error.problems.length > 0;
        }
      }),
      randomRuns(1_000),
    );
  });
});
