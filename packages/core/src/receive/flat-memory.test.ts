import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvent, type SubscribeOptions } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';
import type { Listener } from './listener.ts';

const moved = defineEvent('mouse:moved', { version: 1, schema: z.number() });
const policies = ['dead-letter', 'drop-oldest', 'latest-by-key'] as const;
const bound = 1_000;
/** Jobs that nobody waits for are let go of many at a time. */
const most = 4 * bound;
/** How long a loaded machine may take for a million. */
const patience = 120_000;

function busWithEachPolicy(): Bus {
  const bus = createBus({ source: 'mouse', hub: createPatientHub() });
  for (const overflow of policies) bus.on(moved, () => {}, { maxQueue: bound, overflow });
  return bus;
}

/** How long the longest of its lists is. */
function longest(bus: Bus): number {
  const lines = [...bus.hub.subscriptions].flatMap((record) => Object.values((record as Listener).lines));
  const queues = [bus.hub.queue, bus.hub.synchronous, ...bus.hub.lanes.values()];
  return Math.max(...lines.map(({ size }) => size), ...queues.map(({ depth }) => depth));
}

describe('memory is flat', () => {
  it(
    'while 1,000,000 events are emitted in one go',
    async () => {
      const bus = createBus({ source: 'mouse', hub: createPatientHub() });
      bus.on(moved, () => {}, { maxQueue: bound });
      for (let x = 1; x <= 1_000_000; x++) bus.emit(moved, x);
      expect(longest(bus)).toBe(bound);
      expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: bound, dead: 999_000 }]);
      await Promise.resolve();
      expect(bus.metrics().subscriptions).toMatchObject([{ delivered: bound, queueDepth: 0 }]);
    },
    patience,
  );

  it('whatever `overflow` says', async () => {
    const bus = busWithEachPolicy();
    for (let x = 1; x <= 20_000; x++) {
      bus.emit(moved, x, { subject: `${x % 10}` });
      if (x % 100 === 0) expect(longest(bus)).toBeLessThanOrEqual(most);
    }
    const waiting = bus.metrics().subscriptions.map(({ queueDepth, dead, declined }) => [queueDepth, dead, declined]);
    expect(waiting).toEqual([
      [bound, 19_000, 0],
      [bound, 0, 19_000],
      [bound, 0, 19_000],
    ]);
    await Promise.resolve();
    expect(bus.metrics().subscriptions).toMatchObject(policies.map(() => ({ delivered: bound, queueDepth: 0 })));
    expect(longest(bus)).toBe(0);
  });

  it.each<SubscribeOptions>([{ delivery: 'idle' }, { where: () => true }])(
    'while events come one by one and wait for a handler that never settles, with %j',
    async (options) => {
      const bus = createBus({ source: 'mouse', hub: createPatientHub() });
      for (const overflow of policies)
        bus.on(moved, () => new Promise(() => {}), { ...options, maxQueue: 100, overflow } as object);
      for (let x = 1; x <= 20_000; x++) {
        bus.emit(moved, x, { subject: `${x % 10}` });
        if (x % 10 > 0) continue;
        await Promise.resolve();
        expect(longest(bus)).toBeLessThanOrEqual(2_000);
      }
      expect(bus.metrics().subscriptions).toMatchObject(policies.map(() => ({ queueDepth: 100 })));
    },
  );

  it('where synchronous handlers emit two events for each, until the chain of causes is too long', () => {
    const bus = createBus({ source: 'mouse', hub: createPatientHub(), onError: () => {} });
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    let deepest = 0;
    const multiply = ({ data }: { data: number }): void => {
      deepest = Math.max(deepest, longest(bus));
      for (const answer of [1, 2]) bus.emit(moved, data * 2 + answer);
    };
    bus.on(moved, multiply, { delivery: 'sync', maxQueue: 50 });
    bus.emit(moved, 0);
    const { emitted, subscriptions } = bus.metrics();
    const { delivered, dead, queueDepth } = subscriptions[0]!;
    expect(deepest).toBe(50);
    expect({ sum: delivered + dead, queueDepth }).toEqual({ sum: emitted, queueDepth: 0 });
  });
});
