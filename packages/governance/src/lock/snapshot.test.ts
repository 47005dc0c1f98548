import { describe, expect, it } from 'vitest';
import { formatLock } from './format-lock.ts';
import { describedOf } from './lock.test.fixture.ts';
import { emptyLock } from './lock-file.ts';
import { parseLock } from './parse-lock.ts';
import { snapshot } from './snapshot.ts';

const text = { type: 'string' };
const one = describedOf('cart:itemAdded', 1, { sku: text }, { summary: 'A line was put into the cart' });
const two = describedOf('cart:itemAdded', 2, { sku: text, name: text });
const removed = describedOf('cart:itemRemoved', 1, { sku: text });
const { lock } = snapshot(emptyLock, [one, removed]);

describe('snapshot', () => {
  it('locks what is defined, with a hash and field numbers', () => {
    const { summary, hash, fieldNumbers } = lock.contracts['cart:itemAdded']!.versions[1]!;
    expect(summary).toBe('A line was put into the cart');
    expect(hash).toMatch(/^sha256-[\da-f]{64}$/);
    expect(Object.values(fieldNumbers!)).toEqual([1]);
    expect(parseLock(formatLock(lock))).toEqual(lock);
  });

  it('adds versions and keeps those that nobody defines any more', () => {
    const { lock: next, changes, refused } = snapshot(lock, [two]);
    expect(refused).toEqual([]);
    expect(changes).toEqual([{ contract: 'cart:itemAdded', version: 2, kind: 'added' }]);
    expect(next.contracts['cart:itemAdded']!.versions[1]).toBe(lock.contracts['cart:itemAdded']!.versions[1]);
    expect(next.contracts['cart:itemRemoved']).toBe(lock.contracts['cart:itemRemoved']);
  });

  it('changes nothing the second time', () => {
    const again = snapshot(lock, [one, removed], { complete: true });
    expect(again).toEqual({ lock, changes: [], refused: [] });
  });

  it('refuses a stable version with another shape, as the gate does, and leaves it as it is locked', () => {
    const changed = describedOf('cart:itemAdded', 1, { id: text });
    const { lock: next, changes, refused } = snapshot(lock, [changed]);
    expect(refused).toMatchObject([{ code: 'changed-in-place', contract: 'cart:itemAdded', version: 1 }]);
    expect([next, changes]).toEqual([lock, []]);
  });

  it('refuses a version below the newest, and two shapes of one version', () => {
    const { lock: next } = snapshot(lock, [two]);
    expect(snapshot(next, [one]).refused).toMatchObject([{ code: 'version-lowered', against: 2 }]);
    const other = describedOf('cart:itemAdded', 2, { sku: text, title: text });
    expect(snapshot(lock, [two, other]).refused).toMatchObject([{ code: 'conflicting-definitions' }]);
  });

  it('takes over what is only told about a version', () => {
    const deprecated = { deprecated: '2027-03-31', successor: 'cart:lineRemoved' };
    const { lock: next, changes } = snapshot(lock, [{ ...removed, owner: 'team-cart', lifecycle: deprecated }]);
    expect(changes).toEqual([{ contract: 'cart:itemRemoved', version: 1, kind: 'metadata' }]);
    expect(next.contracts['cart:itemRemoved']!.versions[1]).toMatchObject({ owner: 'team-cart', lifecycle: deprecated });
    const { lock: last } = snapshot(next, [{ ...removed, lifecycle: deprecated }]);
    expect(last.contracts['cart:itemRemoved']!.versions[1]).not.toHaveProperty('owner');
  });

  it('keeps the library that made a shape first, so that an upgrade of it changes nothing', () => {
    const { lock: before } = snapshot(emptyLock, [{ ...one, library: 'zod 4.6.7' }]);
    expect(snapshot(before, [{ ...one, library: 'zod 4.7.0' }]).changes).toEqual([]);
  });

  it('keeps members that it does not know', () => {
    const [version] = Object.values(lock.contracts['cart:itemAdded']!.versions);
    const contracts = {
      'cart:itemAdded': { ...lock.contracts['cart:itemAdded']!, note: 1, versions: { 1: { ...version!, note: 2 } } },
    };
    const { lock: next } = snapshot({ ...lock, contracts }, [{ ...one, owner: 'team-cart' }]);
    expect(next.contracts['cart:itemAdded']).toMatchObject({ note: 1, versions: { 1: { note: 2, owner: 'team-cart' } } });
  });
});

describe('the snapshot of a draft', () => {
  const draft = describedOf('cart:itemSaved', 1, { sku: text }, { lifecycle: 'draft' });
  const { lock: drafted } = snapshot(emptyLock, [draft]);

  it('follows every change, until the contract is stable', () => {
    const changed = { ...describedOf('cart:itemSaved', 1, { id: text }), lifecycle: 'draft' as const };
    const { lock: next, changes } = snapshot(drafted, [changed]);
    expect(changes).toEqual([{ contract: 'cart:itemSaved', version: 1, kind: 'draft-changed' }]);
    const { lock: stable } = snapshot(next, [{ ...changed, lifecycle: 'stable' }]);
    expect(snapshot(stable, [draft]).refused).not.toEqual([]);
  });

  it('never gives the number of a field to another one', () => {
    const { lock: next } = snapshot(drafted, [{ ...describedOf('cart:itemSaved', 1, { id: text }), lifecycle: 'draft' }]);
    const { fieldNumbers } = next.contracts['cart:itemSaved']!.versions[1]!;
    expect(Object.values(fieldNumbers!).sort()).toEqual([1, 2]);
    expect(fieldNumbers).toMatchObject(drafted.contracts['cart:itemSaved']!.versions[1]!.fieldNumbers!);
  });

  it('is gone with its definition', () => {
    const { lock: next, changes } = snapshot(drafted, [], { complete: true });
    expect(next.contracts).toEqual({});
    expect(changes).toEqual([{ contract: 'cart:itemSaved', kind: 'draft-dropped' }]);
  });
});

describe('the snapshot of apps', () => {
  const apps = { cart: { emits: ['cart:*'] }, checkout: { listens: ['cart:itemAdded'] }, profile: { listens: ['**'] } };
  const { lock: used, changes } = snapshot(lock, [one], { apps });

  it('says who emits and listens', () => {
    expect(used.contracts['cart:itemAdded']).toMatchObject({ emitters: ['cart'], listeners: ['checkout', 'profile'] });
    expect(changes).toEqual([{ contract: 'cart:itemAdded', kind: 'usage' }]);
  });

  it('keeps what is known where nobody says anything', () => {
    expect(snapshot(used, [one]).lock.contracts['cart:itemAdded']).toEqual(used.contracts['cart:itemAdded']);
  });

  it('refuses to let a contract go that somebody listens to', () => {
    const { refused, lock: next } = snapshot(used, [removed], { apps, complete: true });
    expect(refused).toMatchObject([{ code: 'contract-removed', apps: ['checkout', 'profile'] }]);
    expect(next.contracts['cart:itemAdded']).toEqual(used.contracts['cart:itemAdded']);
  });

  it('keeps a record of a contract that nobody listens to, and restores it when it is defined again', () => {
    const { lock: gone, changes: removals } = snapshot(used, [one], { apps: { cart: apps.cart }, complete: true });
    expect(removals).toContainEqual({ contract: 'cart:itemRemoved', kind: 'removed' });
    expect(gone.contracts['cart:itemRemoved']).toMatchObject({ removed: true, versions: { 1: {} } });
    expect(snapshot(gone, [removed]).lock.contracts['cart:itemRemoved']).not.toHaveProperty('removed');
  });
});
