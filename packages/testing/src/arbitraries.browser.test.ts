import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryOf } from './arbitraries.ts';
import { createTestBus } from './create-test-bus.ts';
import { recordedReads, recordReads } from './reads.ts';
import { cart } from './shop-events.test.fixture.ts';
import './vitest.ts';

it('makes payloads, records what is read of them, and matches them in a browser as well', async () => {
  using bus = createTestBus({ strict: true });
  recordReads(bus, { app: 'checkout' }).on(cart.itemAdded, ({ data }) => structuredClone(data));
  for (const payload of fc.sample(arbitraryOf(cart.itemAdded), 20)) bus.emit(cart.itemAdded, payload);
  await bus.flush();
  expect(bus).toHaveEmitted(cart.itemAdded, { quantity: expect.any(Number) });
  expect(recordedReads('checkout').reads).toEqual({ 'cart:itemAdded': { 1: ['/quantity', '/sku'] } });
});
