import type { SagaEvent } from '@busbar/patterns';
import { expect, test, vi } from 'vitest';
import { sagaStore } from './saga-store.ts';

const event = { id: 'e-1', type: 'saga:completed', time: 1, data: { saga: 'placeOrder', version: 1, id: 'A-1' } } as SagaEvent;

async function kept(store = sagaStore()): Promise<SagaEvent[]> {
  const events: SagaEvent[] = [];
  for await (const kept of await store.load('placeOrder', 'A-1')) events.push(kept);
  return events;
}

test('what happened to an order is there on the next visit', async () => {
  await sagaStore().append(event);
  expect(await kept()).toEqual([event]);
});

test('where the browser keeps nothing, it is there as long as the page', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied permission', 'SecurityError');
  });
  const store = sagaStore();
  await store.append(event);
  expect([await kept(store), await kept()]).toEqual([[event], []]);
});
