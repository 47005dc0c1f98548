import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, type Delivery, defineEvent, type Hub } from '../index.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number(), dom: 'off' });
/** So long that no test lives to see it. */
const longAfter = 600_000;

const returns: [string, () => void][] = [
  ['is shown', () => void document.dispatchEvent(new Event('visibilitychange'))],
  ['is resumed', () => void document.dispatchEvent(new Event('resume'))],
  ['comes back from the back/forward cache', () => void window.dispatchEvent(new PageTransitionEvent('pageshow'))],
];
const departures: [string, () => void][] = [
  ['goes away', () => void window.dispatchEvent(new PageTransitionEvent('pagehide'))],
  ['is frozen', () => void document.dispatchEvent(new Event('freeze'))],
];

function newBus(hub: Hub = createHub({ window })): Bus {
  return createBus({ source: 'test', hub, onError: () => {} });
}

/** Plays a page in which so many milliseconds pass while no timer runs. */
function passWithoutTimers(milliseconds: number): void {
  const now = performance.now() + milliseconds;
  vi.spyOn(performance, 'now').mockReturnValue(now);
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const [, comeBack] of returns) comeBack();
});

describe.each(returns)('a page that %s', (_name, comeBack) => {
  it('begins the retry that is overdue, once', async () => {
    const bus = newBus();
    const attempts: number[] = [];
    const fail = (_event: unknown, { attempt }: { attempt: number }): void => {
      attempts.push(attempt);
      if (attempt === 1) throw new Error('not yet');
    };
    bus.on(pinged, fail, { retry: { attempts: 1, delay: longAfter, maxDelay: longAfter } });
    bus.emit(pinged, 1);
    await expect.poll(() => attempts).toEqual([1]);
    comeBack();
    passWithoutTimers(longAfter);
    comeBack();
    comeBack();
    await expect.poll(() => bus.metrics().subscriptions).toMatchObject([{ delivered: 1 }]);
    expect(attempts).toEqual([1, 2]);
  });

  it('ends what has taken too long, and goes on with what waits', async () => {
    const bus = newBus();
    const begun: number[] = [];
    bus.on(pinged, ({ data }) => begun.push(data) && new Promise(() => {}), { timeout: longAfter });
    for (const data of [1, 2]) bus.emit(pinged, data);
    await expect.poll(() => begun).toEqual([1]);
    passWithoutTimers(longAfter);
    comeBack();
    await expect.poll(() => begun).toEqual([1, 2]);
    expect(bus.deadLetters.list()).toMatchObject([{ event: { data: 1 }, error: { cause: { code: 'timed-out' } } }]);
  });

  it('ends a `once` that has waited too long', async () => {
    const waiting = newBus().once(pinged, { timeout: longAfter });
    passWithoutTimers(longAfter);
    comeBack();
    await expect(waiting).rejects.toMatchObject({ code: 'timed-out' });
  });
});

describe.each(departures)('a page that %s', (_name, leave) => {
  it.each<Delivery>(['microtask', 'task', 'frame', 'idle'])('delivers first what waits with `delivery: %s`', (delivery) => {
    const bus = newBus(createHub({ window, limits: { slice: 0 } }));
    const seen: number[] = [];
    bus.on(pinged, ({ data }) => seen.push(data), { delivery });
    for (const data of [1, 2, 3]) bus.emit(pinged, data);
    leave();
    expect(seen).toEqual([1, 2, 3]);
  });

  it('is not kept by handlers that emit for ever', () => {
    const bus = newBus();
    const begun = performance.now();
    let elapsed = 0;
    // Each answer takes a tenth of a second of the clock.
    vi.spyOn(performance, 'now').mockImplementation(() => begun + elapsed);
    bus.on(pinged, ({ data }) => {
      elapsed += 100;
      if (data < 1_000) bus.emit(pinged, data + 1, { cause: false });
    });
    bus.emit(pinged, 0);
    leave();
    expect(elapsed).toBeGreaterThanOrEqual(1_000);
    expect(elapsed).toBeLessThan(2_000);
    bus.dispose();
  });

  it('delivers what comes while it is away, nothing twice', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(pinged, ({ data }) => seen.push(data), { delivery: 'task' });
    bus.emit(pinged, 1);
    leave();
    bus.emit(pinged, 2);
    for (const [, comeBack] of returns) comeBack();
    await expect.poll(() => seen).toEqual([1, 2]);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 2, queueDepth: 0 }]);
  });
});
