// Checked by the compiler alone, with the rest of the sources.
import { type Signal, signal } from '@angular/core';
import type { BusEvent, EventOf } from '@busbar/core';
import { expectTypeOf } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEmit, injectEvent, injectEventState } from './index.ts';

interface Change {
  count: number;
  total: number;
}

injectEvent(cart.itemAdded, (event, context) => {
  expectTypeOf(event).toEqualTypeOf<BusEvent<{ sku: string; quantity: number }, 'cart:itemAdded'>>();
  expectTypeOf(context.signal).toEqualTypeOf<AbortSignal>();
});
injectEvent([cart.itemAdded, cart.changed], (event) => {
  expectTypeOf(event.type).toEqualTypeOf<'cart:itemAdded' | 'cart:changed'>();
  if (event.type === 'cart:changed') expectTypeOf(event.data).toEqualTypeOf<Change>();
});
injectEvent('cart:*', (event) => expectTypeOf(event.data).toEqualTypeOf<unknown>(), { enabled: signal(true) });
injectEvent(cart.changed, () => {}, { where: ({ data }) => data.count > 0 });
injectEvent(cart.changed, () => {}, { enabled: () => false });
// @ts-expect-error enabled says yes or no
injectEvent(cart.changed, () => {}, { enabled: 'yes' });
// @ts-expect-error the payload has no such field
injectEvent(cart.changed, ({ data }) => data.sku);

expectTypeOf(injectEventState(cart.changed)).toEqualTypeOf<Signal<Change | undefined>>();
expectTypeOf(injectEventState(cart.changed, { initial: { count: 0, total: 0 } })).toEqualTypeOf<Signal<Change>>();
expectTypeOf(injectEventState(cart.changed, { select: ({ count }) => count })).toEqualTypeOf<Signal<number | undefined>>();
expectTypeOf(
  injectEventState(cart.changed, {
    initial: { count: 0, total: 0 },
    select: ({ count }) => `${count}`,
    compare: (one) => one === '',
  }),
).toEqualTypeOf<Signal<string>>();
// @ts-expect-error the initial payload satisfies the contract
injectEventState(cart.changed, { initial: { count: 0 } });

const added = injectEmit(cart.itemAdded);
expectTypeOf(added({ sku: 'lamp' })).toEqualTypeOf<EventOf<typeof cart.itemAdded>>();
// @ts-expect-error what the contract needs is missing
added({ quantity: 1 });
