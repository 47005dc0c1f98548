import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent, type HandlerContext, type SubscribeOptions } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Calls = readonly ((context: HandlerContext) => unknown)[];

/** A subscription whose handler does something else with each of its calls, and nothing with further ones; events 1, 2, 3 … are emitted. */
async function subscription(options: SubscribeOptions, emitted: number, calls: (bus: Bus, stop: () => void) => Calls) {
  const told: BusError[] = [];
  const seen: number[] = [];
  const bus = createBus({ source: 'test', hub: createPatientHub(), onError: (error) => told.push(error) });
  const handler = ({ data }: { data: number }, context: HandlerContext) => answers[seen.push(data) - 1]?.(context);
  const stop = bus.on(pinged, handler, options as object);
  const answers = calls(bus, stop);
  for (let data = 1; data <= emitted; data++) bus.emit(pinged, data);
  await vi.advanceTimersByTimeAsync(60_000);
  return { seen, told, figures: bus.metrics().subscriptions[0] };
}

function fail(): never {
  throw new Error('no');
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

describe('an event has one outcome', () => {
  it('where a retry emits what the handler switches to', async () => {
    const again = await subscription({ overlap: 'switch', retry: 1 }, 1, (bus) => [fail, () => void bus.emit(pinged, 2)]);
    expect(again.seen).toEqual([1, 1, 2]);
    expect(again.figures).toMatchObject({ delivered: 2, declined: 0, dead: 0, running: 0 });
  });

  it('where a synchronous handler switches to what a retry of it emits', async () => {
    const options = { delivery: 'sync', overlap: 'switch', retry: 1 } as const;
    const again = await subscription(options, 1, (bus) => [fail, () => void bus.emit(pinged, 2)]);
    expect(again.seen).toEqual([1, 1, 2]);
    expect(again.figures).toMatchObject({ delivered: 1, declined: 1, dead: 0, running: 0 });
  });

  it('where a handler ends its own subscription before its first await, and never settles', async () => {
    const ended = await subscription({ timeout: 20 }, 1, (_bus, stop) => [() => stop() ?? new Promise(() => {})]);
    expect([ended.seen, ended.told, ended.figures]).toEqual([[1], [], undefined]);
  });

  it('where a policy refuses an event that the handler switches away from', async () => {
    let refusals = 0;
    const policy = { execute: async (run: (context: never) => unknown) => (refusals++ === 0 ? fail() : run({} as never)) };
    const refused = await subscription({ overlap: 'switch', policy }, 2, () => []);
    expect([refused.seen, refused.told]).toEqual([[2], []]);
    expect(refused.figures).toMatchObject({ delivered: 1, declined: 1, dead: 0 });
  });
});

describe('a synchronous handler that begins because the one before is done', () => {
  it('is busy while it runs: what it emits waits', async () => {
    const never = (): Promise<void> => new Promise(() => {});
    const calls = await subscription({ delivery: 'sync' }, 2, (bus) => [soon, () => bus.emit(pinged, 3) && never()]);
    expect(calls.seen).toEqual([1, 2]);
    expect(calls.figures).toMatchObject({ delivered: 1, running: 1, queueDepth: 1 });
  });

  it('is abandoned for what it emits with `overlap: switch`', async () => {
    const options = { delivery: 'sync', overlap: 'switch', retry: { attempts: 1, delay: 10 } } as const;
    const calls = await subscription(options, 1, (bus) => [
      fail,
      ({ signal }) => bus.emit(pinged, 2) && signal.aborted && soon(),
    ]);
    expect(calls.figures).toMatchObject({ delivered: 1, declined: 1, running: 0 });
  });
});
