import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createBus, defineEvent, type SubscribeOptions } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const fates = ['returns', 'throws', 'resolves', 'rejects', 'takes long', 'is not wanted', 'where throws'] as const;
/** What the handler is to do with the event, and with which try it succeeds. */
const Fated = z.object({ fate: z.enum(fates), tries: z.number() });
type Fated = z.infer<typeof Fated>;
const fated = defineEvent('test:fated', { version: 1, schema: Fated });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const events: fc.Arbitrary<{ data: Fated; key: string; ttl: number; pause: number }[]> = fc.array(
  fc.record({
    data: fc.record({
      fate: fc.constantFrom(...fates),
      tries: fc.integer({ min: 1, max: 3 }),
    }),
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    ttl: fc.constantFrom(0, 15, 100, 10_000),
    pause: fc.constantFrom(0, 0, 0, 5, 50),
  }),
  { maxLength: 20 },
);

const options = fc.record({
  overlap: fc.constantFrom('queue', 'parallel', 'switch', 'drop'),
  delivery: fc.constantFrom('microtask', 'sync', 'task'),
  retry: fc.constantFrom(0, 2),
  timeout: fc.constantFrom(undefined, 30),
  dedupe: fc.constantFrom(true, false, 1),
  maxQueue: fc.constantFrom(1, 3, 10_000),
  overflow: fc.constantFrom('dead-letter', 'drop-oldest', 'latest-by-key'),
}) satisfies fc.Arbitrary<SubscribeOptions>;

function handle({ data: { fate, tries } }: { data: Fated }, { attempt }: { attempt: number }): unknown {
  const failure = new Error('no');
  if (fate === 'throws' && attempt < tries) throw failure;
  if (fate === 'rejects') return attempt < tries ? Promise.reject(failure) : Promise.resolve();
  if (fate === 'takes long') return new Promise((resolve) => setTimeout(resolve, 40));
  return fate === 'resolves' ? Promise.resolve() : undefined;
}

function where({ data: { fate } }: { data: Fated }): boolean {
  if (fate === 'where throws') throw new Error('no');
  return fate !== 'is not wanted';
}

describe('Promise 6: nothing is lost without a word', () => {
  it('counts each emitted event as delivered, dead or declined, for every subscription, whatever its options', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.array(options, { minLength: 1, maxLength: 3 }), async (emitted, subscriptions) => {
        const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
        for (const chosen of subscriptions) bus.on(fated, handle, { ...chosen, where });
        for (const { data, key, ttl, pause } of emitted) {
          bus.emit(fated, data, { idempotencykey: key, ttl });
          if (pause > 0) await vi.advanceTimersByTimeAsync(pause);
        }
        await vi.advanceTimersByTimeAsync(60_000);
        const metrics = bus.metrics();
        for (const [index, { delivered, dead, declined, queueDepth, failed, retried }] of metrics.subscriptions.entries()) {
          expect({ index, sum: delivered + dead + declined, queueDepth }).toEqual({ index, sum: emitted.length, queueDepth: 0 });
          expect(failed).toBeGreaterThanOrEqual(retried);
        }
        expect(metrics.deadLetters).toBe(bus.deadLetters.list().length);
        expect(bus.deadLetters.list().length).toBe(metrics.subscriptions.reduce((sum, { dead }) => sum + dead, 0));
        expect(metrics.delivered).toBe(metrics.subscriptions.reduce((sum, { delivered }) => sum + delivered, 0));
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});
