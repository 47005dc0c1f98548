import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.number() },
});

function newBus(): Bus {
  return createBus({ source: 'cart', hub: createPatientHub() });
}

describe('`where`', () => {
  it('declines events without a dead letter', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(cart.itemAdded, ({ data }) => seen.push(data), { where: ({ data }) => data > 1 });
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([2]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
      'callback-failed',
    ],
    ['answers with a promise', (async () => true) as never, 'async-callback'],
    [
      'answers with a promise that rejects',
      (async () => {
        throw new Error('no');
      }) as never,
      'async-callback',
    ],
  ])('that %s makes a dead letter of the event for its own subscription only', async (_how, where: () => boolean, code) => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'cart', hub: createPatientHub(), onError: (error) => errors.push(error) });
    const seen: string[] = [];
    bus.on(cart.itemAdded, () => seen.push('broken'), { where });
    bus.on(cart.itemAdded, () => seen.push('whole'));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['whole']);
    expect(errors).toMatchObject([{ code, details: { callback: 'where', type: 'cart:itemAdded', source: 'cart' } }]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', error: { code } }]);
  });
});
