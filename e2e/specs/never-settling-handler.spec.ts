import { expect } from '@playwright/test';
import { leakGauge } from '../fixtures/leak-gauge.ts';
import { numbersBelow } from '../fixtures/numbers-below.ts';
import { test } from '../fixtures/probe-test.ts';
import { parcel } from '../probe/parcel-contracts.ts';

test.describe('A handler that never settles', () => {
  test('keeps no more waiting than its bound, which the metrics show, and takes nothing from the others', async ({
    openProbe,
    busbar,
  }) => {
    const page = await openProbe('a', 'b');
    const { heard, hanging } = await page.evaluate(async () => {
      const { a, b } = copies;
      const bus = a.createBus({ source: 'depot' });
      b.createBus({ source: 'hanging' }).on(b.parcel.sent, () => new Promise(() => {}), { maxQueue: 100 });
      const heard: Record<string, number[]> = { sync: [], microtask: [], task: [], frame: [], idle: [] };
      for (const [delivery, numbers] of Object.entries(heard)) {
        b.createBus({ source: delivery }).on(b.parcel.sent, ({ data }) => numbers.push(data.number), {
          delivery: delivery as 'sync',
        });
      }
      for (let number = 0; number < 1_000; number++) bus.emit(a.parcel.sent, { number, to: 'Oslo' });
      const isDone = () => Object.values(heard).every(({ length }) => length === 1_000);
      while (!isDone()) await new Promise((next) => requestAnimationFrame(next));
      const { delivered, dead, declined, queueDepth, running, age } = bus
        .metrics()
        .subscriptions.find(({ source }) => source === 'hanging')!;
      return { heard, hanging: { delivered, dead, declined, queueDepth, running, isOld: age > 0 } };
    });
    for (const [delivery, numbers] of Object.entries(heard)) expect(numbers, delivery).toEqual(numbersBelow(1_000));
    // A hundred may wait, one of which has begun since.
    expect(hanging).toEqual({ delivered: 0, dead: 900, declined: 0, queueDepth: 99, running: 1, isOld: true });
    const letters = await busbar.deadLetters(parcel.sent);
    const missed = letters.map(({ reason, subscriber }) => `${subscriber?.source} ${reason}`);
    expect(missed).toEqual(Array.from({ length: 900 }, () => 'hanging overflow'));
  });
});

test('a handler that never settles lets go of everything that waits for it when it is unmounted', async ({ openProbe }) => {
  const page = await openProbe('a');
  const gauge = await leakGauge(page);
  const world = await page.evaluateHandle(async () => {
    const { createBus, parcel, settled } = copies.a;
    const bus = createBus({ source: 'depot' });
    const scope = bus.scope({ source: 'hanging' });
    let aborted = false;
    scope.on(parcel.sorted, (_event, { signal }) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => {});
    });
    const events: WeakRef<object>[] = [];
    for (let number = 0; number < 10_000; number++) events.push(new WeakRef(bus.emit(parcel.sorted, { number, to: 'Oslo' })));
    await settled();
    return {
      unmount: () => scope.dispose(),
      held: () => events.filter((event) => event.deref()).length,
      isAborted: () => aborted,
      subscriptions: () => bus.metrics().subscriptions.length,
    };
  });
  const held = async () => {
    await gauge();
    return world.evaluate(({ held }) => held());
  };
  expect(await held()).toBe(10_000);
  await world.evaluate(({ unmount }) => unmount());
  expect(await world.evaluate(({ isAborted, subscriptions }) => [isAborted(), subscriptions()])).toEqual([true, 0]);
  await expect.poll(held).toBeLessThan(2);
});
