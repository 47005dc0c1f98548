// Checked by the compiler alone.
import { expect } from 'vitest';
import { createTestBus } from '../create-test-bus.ts';
import { fixture } from '../fixture.ts';
import { cart } from '../shop-events.test.fixture.ts';
import '../vitest.ts';

const bus = createTestBus();

// Events have the type that their contract gives them.
expect(bus.emitted(cart.itemAdded)[0]!.data.quantity satisfies number);
bus.waitFor(cart.itemAdded, ({ data }) => data.quantity > 1).then(({ data }) => data.sku satisfies string);
// @ts-expect-error: the payload has no such field
bus.waitFor(cart.itemAdded, ({ data }) => data.amount > 1);
bus.inject.drop(cart.itemAdded, { when: ({ data }) => data.quantity > 1 });

// Parts of payloads, with matchers in any place.
expect(bus).toHaveEmitted(cart.itemAdded, { quantity: 2 });
expect(bus).toHaveEmitted(cart.itemAdded, expect.objectContaining({ quantity: 2 }));
expect(bus).toHaveEmitted('cart:itemAdded', { whatever: 2 });
// @ts-expect-error: the quantity is a number
expect(bus).toHaveEmitted(cart.itemAdded, { quantity: 'two' });
expect(bus).toHaveDeadLetter('expired');
// @ts-expect-error: nothing dies of that
expect(bus).toHaveDeadLetter('bored');

// Fixtures take parts of what may be emitted.
fixture(cart.itemAdded, { quantity: 3 }).sku satisfies string;
// @ts-expect-error: the quantity is a number
fixture(cart.itemAdded, { quantity: 'three' });
