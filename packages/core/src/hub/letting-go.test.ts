import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, defineEvent } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

/** Subscribes, makes the hub's lists of subscriptions grow, and ends the subscription. Answers what knows whether its handler is still held. */
async function comeAndGo(bus: Bus): Promise<WeakRef<object>> {
  const handler = (): void => {};
  const stop = bus.on(pinged, handler);
  bus.emit(pinged, 1);
  await nextTask();
  for (let count = 0; count < 50; count++) bus.on(pinged, () => {});
  stop();
  return new WeakRef(handler);
}

it('lets go of the handler of a subscription that has ended, though errors are kept that were made while it was there', async () => {
  const bus = createBus({ source: 'test', hub: createHub() });
  bus.on(pinged, () => new Promise(() => {}), { maxQueue: 0 });
  bus.emit(pinged, 0);
  await nextTask();
  const handler = await comeAndGo(bus);
  await nextTask();
  collectGarbage();
  expect(bus.deadLetters.list()).toMatchObject([{ reason: 'overflow', event: { data: 1 } }]);
  expect(handler.deref()).toBeUndefined();
});
