// Checked by the compiler alone.
import { expect } from '@jest/globals';
import { createTestBus } from '../create-test-bus.ts';
import '../jest.ts';
import { cart } from '../shop-events.test.fixture.ts';

const bus = createTestBus();

expect(bus).toHaveEmitted(cart.itemAdded, { sku: expect.any(String), quantity: 2 });
expect(bus).not.toHaveEmitted('cart:itemAdded');
// @ts-expect-error: the quantity is a number
expect(bus).toHaveEmitted(cart.itemAdded, { quantity: 'two' });
expect(bus).toHaveDeadLetter({ reason: 'failed', attempts: expect.any(Number) });
// @ts-expect-error: nothing dies of that
expect(bus).toHaveDeadLetter('bored');
