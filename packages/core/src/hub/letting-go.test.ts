import { expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, defineEvent } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { collectGarbage } from './collect-garbage.test.fixture.ts';

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

it('lets go of the handler of a subscription that has ended, though an error is kept that was made while it was there', async () => {
  const bus = createBus({ source: 'test', hub: createHub(), onError: () => {} });
  const failure = (): never => {
    throw new Error('no');
  };
  bus.on(pinged, failure);
  const handler = await comeAndGo(bus);
  await nextTask();
  collectGarbage();
  expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed' }]);
  expect(handler.deref()).toBeUndefined();
});
