import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

test.describe('Unmount means gone', () => {
  test('a disposed scope takes its subscriptions, timers, pending retries and inner scopes with it', async ({
    openProbe,
    expectMessage,
  }) => {
    expectMessage(/^uncaught: BusError: The handler of "depot"/);
    const page = await openProbe('a', 'b');
    const outcome = await page.evaluate(async () => {
      const { a, b } = copies;
      const calls: string[] = [];
      const root = b.createBus({ source: 'tracking' });
      const before = root.metrics().subscriptions.length;
      const scope = root.scope();
      scope.on(b.parcel.sent, () => calls.push('handler'));
      scope.scope({ source: 'inner' }).on('parcel:*', () => calls.push('inner'));
      scope.events$(b.parcel.sent).subscribe({ next: () => calls.push('stream'), complete: () => calls.push('stream ended') });
      const failing = () => {
        calls.push('retried');
        throw new Error('out of ink');
      };
      scope.on(b.parcel.sent, failing, { retry: { attempts: 3, delay: 30, jitter: 0 } });
      const waiting = scope.once(b.parcel.located, { timeout: 60_000 }).catch((error) => b.isBusError(error) && error.code);
      const depot = a.createBus({ source: 'depot' });
      const never = () => Promise.reject(new Error('out of ink'));
      depot.on(a.parcel.sent, never, { where: ({ data }) => data.number === 2, retry: { attempts: 1, delay: 90, jitter: 0 } });
      depot.emit(a.parcel.sent, { number: 1, to: 'Oslo' });
      await a.settled();
      scope.dispose();
      depot.emit(a.parcel.sent, { number: 2, to: 'Oslo' });
      // By the time that another's longer retry is over, the scope's would have been due.
      await new Promise((resolve) => depot.deadLetters.subscribe(resolve));
      return { calls, once: await waiting, left: root.metrics().subscriptions.length - before - 1 };
    });
    expect(outcome).toEqual({ calls: ['handler', 'inner', 'stream', 'retried', 'stream ended'], once: 'disposed', left: 0 });
  });

  test('an event that is on its way to a scope that goes is not handled any more', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      const scope = bus.scope();
      let heard = 0;
      for (const delivery of ['microtask', 'task', 'frame', 'idle'] as const) scope.on(parcel.sent, () => heard++, { delivery });
      bus.emit(parcel.sent, { number: 1, to: 'Oslo' });
      scope.dispose();
      await settled();
      await new Promise((frame) => requestAnimationFrame(frame));
      await new Promise((idle) => requestIdleCallback(idle));
      return heard;
    });
    expect(heard).toBe(0);
  });

  test('a handler may dispose its own scope', async ({ openProbe }) => {
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      const scope = bus.scope();
      const heard: string[] = [];
      scope.on(parcel.sent, ({ data }) => {
        heard.push(`first ${data.number}`);
        scope.dispose();
      });
      scope.on(parcel.sent, ({ data }) => heard.push(`second ${data.number}`));
      bus.on(parcel.sent, ({ data }) => heard.push(`other ${data.number}`));
      for (const number of [1, 2]) bus.emit(parcel.sent, { number, to: 'Oslo' });
      await settled();
      return heard;
    });
    expect(heard).toEqual(['first 1', 'other 1', 'other 2']);
  });
});
