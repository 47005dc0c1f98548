import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DescribedContract } from '../contracts/described-contract.ts';
import { formatLock } from './format-lock.ts';
import { describedOf } from './lock.test.fixture.ts';
import { LockError } from './lock-error.ts';
import { emptyLock, type LockFile } from './lock-file.ts';
import { mergeLocks, resolveConflicts } from './merge-locks.ts';
import { parseLock } from './parse-lock.ts';
import { snapshot } from './snapshot.ts';

const text = { type: 'string' };
const names = ['account:closed', 'cart:changed', 'order:placed', 'user:loggedIn'];
const base = locked(emptyLock, ...names.map((name) => describedOf(name, 1, { id: text })));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'busbar-merge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function locked(lock: LockFile, ...described: DescribedContract[]): LockFile {
  return snapshot(lock, described).lock;
}

/** What git makes of two branches that changed the lock file, and how many conflicts it saw. */
function merged(ours: LockFile, theirs: LockFile): { text: string; conflicts: number | null } {
  const files = Object.entries({ ours, base, theirs }).map(([name, lock]) => {
    writeFileSync(join(folder, name), formatLock(lock));
    return join(folder, name);
  });
  const { stdout, status } = spawnSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8' });
  return { text: stdout, conflicts: status };
}

describe('git', () => {
  it.each([
    ['cart:itemAdded', 'shop:opened'],
    ['account:added', 'zoo:opened'],
    ['zoo:closed', 'cart:itemAdded'],
  ])('merges branches that add %s and %s without a conflict', (one, other) => {
    const ours = locked(base, describedOf(one, 1, { sku: text }));
    const theirs = locked(base, describedOf(other, 1, { name: text }));
    const { text: result, conflicts } = merged(ours, theirs);
    expect(conflicts).toBe(0);
    expect(parseLock(result)).toEqual(mergeLocks(ours, theirs));
  });

  it('merges branches that add versions of different contracts without a conflict', () => {
    const ours = locked(base, describedOf('cart:changed', 2, { id: text, sku: text }));
    const theirs = locked(base, describedOf('order:placed', 2, { id: text, name: text }));
    const { text: result, conflicts } = merged(ours, theirs);
    expect(conflicts).toBe(0);
    expect(Object.keys(parseLock(result).contracts['cart:changed']!.versions)).toEqual(['1', '2']);
    expect(result).toBe(formatLock(mergeLocks(ours, theirs)));
  });

  it('merges a new contract and a new version of the contract before it without a conflict', () => {
    const ours = locked(base, describedOf('cart:changed', 2, { id: text, sku: text }));
    const theirs = locked(base, describedOf('cart:emptied', 1, { name: text }));
    const { text: result, conflicts } = merged(ours, theirs);
    expect(conflicts).toBe(0);
    expect(result).toBe(formatLock(mergeLocks(ours, theirs)));
  });

  it('sees a conflict where both branches add the same version with different shapes', () => {
    const ours = locked(base, describedOf('cart:changed', 2, { id: text, sku: text }));
    const theirs = locked(base, describedOf('cart:changed', 2, { id: text, name: text }));
    const { text: result, conflicts } = merged(ours, theirs);
    expect(conflicts).toBeGreaterThan(0);
    expect(() => parseLock(result)).toThrow(/merge conflict in line \d+/);
    expect(() => resolveConflicts(result)).toThrow('Both sides of the merge added version 2 of "cart:changed"');
  });

  it('sees a conflict where contracts are added side by side, which resolves by itself', () => {
    const ours = locked(base, describedOf('cart:itemAdded', 1, { sku: text }));
    const theirs = locked(base, describedOf('cart:itemRemoved', 1, { name: text, sku: text }));
    const { text: result, conflicts } = merged(ours, theirs);
    expect(conflicts).toBeGreaterThan(0);
    expect(formatLock(resolveConflicts(result))).toBe(formatLock(mergeLocks(ours, theirs)));
  });
});

describe('mergeLocks', () => {
  it('joins emitters and listeners, and lets a contract live that one side restored', () => {
    const [type] = Object.keys(base.contracts) as [string];
    const one = { ...base, contracts: { [type]: { ...base.contracts[type]!, emitters: ['b'], removed: true as const } } };
    const other = { ...base, contracts: { [type]: { ...base.contracts[type]!, emitters: ['a'] } } };
    expect(mergeLocks(one, other).contracts[type]).toMatchObject({ emitters: ['a', 'b'] });
    expect(mergeLocks(one, other).contracts[type]).not.toHaveProperty('removed');
  });

  it('names every version that both sides have with different shapes', () => {
    const [ours, theirs] = ['sku', 'name']
      .map((name) => ({ [name]: text }))
      .map((fields) => locked(base, describedOf('cart:changed', 2, fields), describedOf('order:placed', 2, fields)));
    expect(() => mergeLocks(ours!, theirs!)).toThrow(LockError);
    expect(() => mergeLocks(ours!, theirs!)).toThrow(/"cart:changed".+\n.+"order:placed"/);
  });
});
