import { createBus, defineEvent } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { collection } from './collection.ts';

type Level = { sku?: string | undefined; left: number };

const schema = z.object({ sku: z.string().optional(), left: z.number() });
const silent = { onError: () => {} };

/** A contract that retains by key, and whose code does what it should not. */
function levelBy(by: (level: Level) => unknown, tombstone?: (level: Level) => unknown) {
  const retain = { last: 1, by, ...(tombstone && { tombstone }) } as { last: number; by(level: Level): string };
  return defineEvent('stock:levelChanged', { version: 1, schema, retain });
}

describe('a collection is not poisoned', () => {
  it.each<[string, (level: Level) => unknown]>([
    ['throws', ({ sku, left }) => (left === 13 ? [].at(0)!['key'] : sku)],
    ['is none', ({ sku, left }) => (left === 13 ? undefined : sku)],
    ['is a promise', ({ sku, left }) => (left === 13 ? Promise.resolve(sku) : sku)],
  ])('by a key that %s: the event is a dead letter, the entries stay', (_what, by) => {
    using bus = createTestBus(silent);
    const contract = levelBy(by);
    const levels = collection(bus, contract);
    for (const [sku, left] of [
      ['A', 1],
      ['A', 13],
      ['B', 2],
    ] as const)
      bus.emit(contract, { sku, left });
    expect([levels.keys(), collection(bus, contract).keys()]).toEqual([
      ['A', 'B'],
      ['A', 'B'],
    ]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', event: { data: { left: 13 } } }]);
  });

  it('by a tombstone that answers with a promise, which the core does not take for one either', () => {
    using bus = createTestBus(silent);
    const contract = levelBy(
      ({ sku }) => sku,
      async () => true,
    );
    const levels = collection(bus, contract);
    bus.emit(contract, { sku: 'A', left: 1 });
    expect([levels.keys(), collection(bus, contract).keys()]).toEqual([['A'], ['A']]);
  });

  it('by a letter that is redriven after a newer event of its key has come', () => {
    using bus = createTestBus(silent);
    let isBroken = true;
    const contract = levelBy(({ sku, left }) => (isBroken && left === 13 ? undefined : sku));
    const levels = collection(bus, contract);
    for (const left of [13, 14]) bus.emit(contract, { sku: 'A', left });
    isBroken = false;
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    expect(levels.get('A')).toEqual({ sku: 'A', left: 14 });
  });

  it('by who disposes its bus when told of what cannot be taken', () => {
    using bus = createTestBus();
    bus.emit(
      levelBy(({ sku }) => sku),
      { sku: 'A', left: 1 },
    );
    const other = createBus({ source: 'other', hub: bus.hub, onError: () => other.dispose() });
    const levels = collection(
      other,
      levelBy(() => undefined),
    );
    expect([other.disposed, levels.size, bus.hub.subscriptions.size]).toEqual([true, 0, 0]);
  });
});

describe('keys', () => {
  it('that are numbers and texts are told apart, as they are where events are kept', () => {
    using bus = createTestBus();
    const contract = levelBy(({ sku, left }) => sku ?? left);
    const levels = collection(bus, contract);
    bus.emit(contract, { left: 1 });
    bus.emit(contract, { sku: '1', left: 2 });
    expect([levels.get(1), levels.get('1'), collection(bus, contract).keys()]).toEqual([
      { left: 1 },
      { sku: '1', left: 2 },
      [1, '1'],
    ]);
  });
});
