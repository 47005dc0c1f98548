// Checked by the compiler alone, with the rest of the sources.
import { type InputSignal, type Signal, signal } from '@angular/core';
import type { Bus, BusEvent, BusMetrics, DeadLetter, EventOf, Readable } from '@busbar/core';
import { expectTypeOf } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { withContracts, withSource } from './features.ts';
import { injectEmit, injectEvent, injectEventState, injectProjection, provideBus } from './index.ts';
import { injectDeadLetters, injectMetrics } from './panel.ts';

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

declare const contract: InputSignal<typeof cart.itemAdded | typeof cart.itemRemoved>;
injectEvent(contract, (event) => expectTypeOf(event.type).toEqualTypeOf<'cart:itemAdded' | 'cart:itemRemoved'>());
injectEvent(
  () => [cart.changed],
  (event) => expectTypeOf(event.data).toEqualTypeOf<Change>(),
  () => ({ replay: false, where: ({ data }) => data.total > 0 }),
);
injectEvent('cart:changed', (event) => expectTypeOf(event.data).toEqualTypeOf<Change>());
// @ts-expect-error an injector is needed at once, and options that may change are read later
injectEvent(
  cart.changed,
  () => {},
  () => ({ injector: undefined }),
);

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
// @ts-expect-error what is selected from has no `sku`
injectEventState(cart.changed, { select: ({ sku }: { count: number; sku: string }) => sku });
// @ts-expect-error the initial payload satisfies the contract
injectEventState(cart.changed, { initial: { count: 0 } });

expectTypeOf(injectEventState('cart:changed')).toEqualTypeOf<Signal<Change | undefined>>();
expectTypeOf(injectEventState(() => cart.changed, { select: ({ total }) => total })).toEqualTypeOf<Signal<number | undefined>>();
// @ts-expect-error no contract of this name is declared
injectEventState('cart:sold');
// @ts-expect-error values are compared by `compare`, in every framework
injectEventState(cart.changed, { equal: Object.is });

declare const lines: Readable<readonly string[]>;
expectTypeOf(injectProjection(lines)).toEqualTypeOf<Signal<readonly string[]>>();
expectTypeOf(
  injectProjection(
    () => lines,
    ({ length }) => length,
  ),
).toEqualTypeOf<Signal<number>>();
expectTypeOf(injectProjection(lines, undefined, { compare: (one, other) => one[0] === other[0] })).toEqualTypeOf<
  Signal<readonly string[]>
>();
// @ts-expect-error the selection is compared, which is a number
injectProjection(lines, ({ length }) => length, { compare: (one: string, other: string) => one === other });

expectTypeOf(injectDeadLetters(({ reason }) => reason === 'failed')).toEqualTypeOf<Signal<readonly DeadLetter[]>>();
expectTypeOf(injectMetrics(500)).toEqualTypeOf<Signal<BusMetrics>>();

declare const bus: Bus;
provideBus(bus, withSource('orders', { publish: ['orders:*'] }), withContracts(cart, cart.changed));
provideBus(withSource('orders'));
// @ts-expect-error without a bus there has to be something that makes one of the bus above
provideBus();

const added = injectEmit(cart.itemAdded);
expectTypeOf(added({ sku: 'lamp' })).toEqualTypeOf<EventOf<typeof cart.itemAdded>>();
// @ts-expect-error what the contract needs is missing
added({ quantity: 1 });
const changedByName = injectEmit('cart:changed');
changedByName({ count: 1, total: 10 });
// @ts-expect-error a declared name says what its payload is
changedByName({ count: 1 });
