import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  answered: { version: 1, schema: z.number() },
});

afterEach(() => void vi.useRealTimers());

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
}

describe('metrics of the hub', () => {
  it('begin with nothing but the copy that asks', () => {
    expect(newBus().metrics()).toEqual({
      emitted: 0,
      delivered: 0,
      deadLetters: 0,
      unheard: 0,
      queueDepth: 0,
      copies: [{ version: expect.any(String), source: 'test' }],
      subscriptions: [],
    });
  });

  it('count what was emitted, delivered, buried and heard by nobody, by whichever bus', async () => {
    const bus = newBus();
    const other = createBus({ source: 'other', hub: bus.hub, onError: () => {} });
    bus.on(test.pinged, () => {});
    other.on(test.pinged, ({ data }) => {
      if (data === 2) throw new Error('no');
    });
    for (const data of [1, 2]) other.emit(test.pinged, data);
    bus.emit(test.answered, 1);
    expect(() => bus.emit(test.pinged, 'no number' as never)).toThrow();
    await nextTask();
    for (const { metrics } of [bus, other]) {
      expect(metrics()).toMatchObject({ emitted: 3, delivered: 3, deadLetters: 2, unheard: 1 });
    }
  });

  it('show what is on the queue of the hub', async () => {
    const bus = newBus();
    bus.on(test.pinged, () => {});
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    expect(bus.metrics().queueDepth).toBe(3);
    await nextTask();
    expect(bus.metrics().queueDepth).toBe(0);
  });

  it('are a snapshot: what was given does not change', async () => {
    const bus = newBus();
    bus.on(test.pinged, () => {});
    const before = bus.metrics();
    bus.emit(test.pinged, 1);
    await nextTask();
    expect(before).toMatchObject({ emitted: 0, delivered: 0, subscriptions: [{ delivered: 0 }] });
    expect(bus.metrics()).toMatchObject({ emitted: 1, delivered: 1, subscriptions: [{ delivered: 1 }] });
  });
});

describe('metrics of a subscription', () => {
  it('say whose it is and what it listens to', () => {
    const bus = newBus();
    bus.scope({ source: 'cart' }).on(test.pinged, () => {});
    bus.scope({ source: 'profile' }).on('test:*', () => {});
    bus.on([test.pinged, test.answered], () => {});
    const [one, two, three] = bus.metrics().subscriptions;
    expect(one).toMatchObject({ source: 'cart', target: 'test:pinged' });
    expect(two).toMatchObject({ source: 'profile', target: 'test:*' });
    expect(three).toMatchObject({ source: 'test', target: 'test:pinged, test:answered' });
    expect(new Set([one?.id, two?.id, three?.id]).size).toBe(3);
  });

  it('count deliveries, failed tries, retries, dead letters and what was declined', async () => {
    vi.useFakeTimers();
    const bus = newBus();
    const handler = ({ data }: { data: number }, { attempt }: { attempt: number }): void => {
      if (data === 2 || (data === 3 && attempt === 1)) throw new Error('no');
    };
    bus.on(test.pinged, handler, { retry: 1, where: ({ data }) => data !== 4 });
    for (const data of [1, 2, 3, 4]) bus.emit(test.pinged, data);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 2, failed: 3, retried: 2, dead: 1, declined: 1 }]);
  });

  it('count the events that wait for a busy handler, not the one that it is busy with', async () => {
    const bus = newBus();
    bus.on(test.pinged, () => new Promise(() => {}));
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await nextTask();
    expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: 2 }]);
  });

  it('count what waits and tell its age, on the queue of the page, for a task and behind the handler alike', async () => {
    vi.useFakeTimers();
    const bus = newBus();
    bus.on(test.pinged, () => new Promise(() => {}));
    bus.on(test.pinged, () => new Promise(() => {}), { delivery: 'task' });
    bus.on(test.pinged, () => {}, { delivery: 'sync' });
    const waiting = (): unknown => bus.metrics().subscriptions.map(({ queueDepth, age }) => [queueDepth, age]);
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    vi.advanceTimersByTime(30);
    expect(waiting()).toEqual([
      [3, 30],
      [3, 30],
      [0, 0],
    ]);
    await vi.advanceTimersByTimeAsync(30);
    bus.emit(test.pinged, 4);
    expect(waiting()).toEqual([
      [3, 60],
      [3, 60],
      [0, 0],
    ]);
  });

  it('count as running what the handler is busy with, whether it returns or waits for its next try', async () => {
    vi.useFakeTimers();
    const bus = newBus();
    const running = (): number | undefined => bus.metrics().subscriptions[0]?.running;
    const seen: unknown[] = [];
    const handler = (): void => {
      seen.push(running());
      if (seen.length === 1) throw new Error('no');
    };
    bus.on(test.pinged, handler, { retry: { attempts: 1, delay: 100, jitter: 0 } });
    bus.emit(test.pinged, 1);
    await vi.advanceTimersByTimeAsync(50);
    seen.push(running());
    await vi.advanceTimersByTimeAsync(50);
    expect([...seen, running()]).toEqual([1, 1, 1, 0]);
  });

  it('tell how long the oldest event has waited', async () => {
    vi.useFakeTimers();
    const bus = newBus();
    bus.on(test.pinged, () => new Promise((resolve) => setTimeout(resolve, 300)));
    const age = (): number | undefined => bus.metrics().subscriptions[0]?.age;
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    await vi.advanceTimersByTimeAsync(200);
    bus.emit(test.pinged, 3);
    expect(age()).toBe(200);
    await vi.advanceTimersByTimeAsync(150);
    expect(age()).toBe(150);
    await vi.advanceTimersByTimeAsync(600);
    expect(age()).toBe(0);
  });

  it('are zero before anything was measured', () => {
    const bus = newBus();
    bus.on(test.pinged, () => {});
    const none = { last: 0, mean: 0, max: 0, p50: 0, p95: 0, p99: 0 };
    expect(bus.metrics().subscriptions).toMatchObject([
      { waitingTime: none, handlingTime: none, queueDepth: 0, age: 0, running: 0 },
    ]);
  });

  it('go with the subscription', () => {
    const bus = newBus();
    const stop = bus.on(test.pinged, () => {});
    bus.scope({ source: 'cart' }).on('test:*', () => {});
    stop();
    expect(bus.metrics().subscriptions).toMatchObject([{ source: 'cart' }]);
  });
});
