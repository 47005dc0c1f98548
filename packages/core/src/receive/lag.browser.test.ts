import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, type Delivery, defineEvent, hubEvents } from '../index.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

function newBus(): { bus: Bus; told: string[] } {
  const bus = createBus({ source: 'test', hub: createHub() });
  const told: string[] = [];
  bus.on('busbar:*', ({ type }) => told.push(type), { delivery: 'sync' });
  return { bus, told };
}

/** Keeps the page busy. */
function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

describe('a subscription whose events wait too long, in a browser', () => {
  it.each<Delivery>(['task', 'frame', 'idle'])(
    'is told of by the next event that joins, with delivery `%s`',
    async (delivery) => {
      const { bus } = newBus();
      const told = bus.once(hubEvents.lagging);
      bus.on(pinged, () => {}, { delivery, lagThreshold: 30 });
      bus.emit(pinged, 1);
      await Promise.resolve();
      block(60);
      bus.emit(pinged, 2);
      const { waited, queueDepth } = (await told).data;
      expect(waited).toBeGreaterThanOrEqual(60);
      expect(queueDepth).toBe(2);
    },
  );

  it('is told of once where its handler blocks, and once when it has recovered', async () => {
    const { bus, told } = newBus();
    bus.on(pinged, ({ data }) => block(data), { lagThreshold: 100 });
    const recovered = bus.once(hubEvents.recovered, { delivery: 'sync' });
    for (let number = 0; number < 40; number++) bus.emit(pinged, 5);
    await expect.poll(() => bus.metrics().subscriptions[1]?.delivered).toBe(40);
    expect(told).toEqual(['busbar:lagging']);
    const { waitingTime, handlingTime } = bus.metrics().subscriptions[1]!;
    expect(waitingTime.max).toBeGreaterThan(100);
    expect(waitingTime.p50).toBeLessThan(waitingTime.p95);
    expect(handlingTime.p50).toBeGreaterThan(4.5);
    for (let number = 0; number < 16; number++) {
      bus.emit(pinged, 0);
      await Promise.resolve();
    }
    expect((await recovered).data.waited).toBeLessThan(50);
    expect(told).toEqual(['busbar:lagging', 'busbar:recovered']);
  });
});
