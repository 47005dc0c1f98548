import { type BusEvent, defineEvents } from '@busbar/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { Busbar } from './busbar.ts';
import type { TrailEvent } from './trail.ts';

const Item = z.object({ sku: z.string(), quantity: z.coerce.number() });
const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: Item },
  changed: { version: 1, schema: z.object({ items: z.array(Item), state: z.enum(['open', 'ordered']) }) },
});
declare const busbar: Busbar;

describe('busbar', () => {
  it('answers events as their contract has them', () => {
    const added = () => busbar.expectEvent(cart.itemAdded);
    expectTypeOf(added).returns.resolves.toEqualTypeOf<TrailEvent<{ sku: string; quantity: number }, 'cart:itemAdded'>>();
    expectTypeOf(() => busbar.expectEvent('cart:itemAdded')).returns.resolves.toEqualTypeOf<
      TrailEvent<unknown, 'cart:itemAdded'>
    >();
    expectTypeOf(() => busbar.latest(cart.itemAdded)).returns.resolves.toEqualTypeOf<
      { sku: string; quantity: number } | undefined
    >();
  });

  it('takes parts of the payload, matchers and questions, and nothing else', () => {
    void (() => busbar.expectEvent(cart.changed, { items: [{ quantity: 2 }], state: 'open' }));
    void (() => busbar.expectEvent(cart.changed, { items: expect.any(Array), state: expect.stringMatching(/o/) }));
    void (() => busbar.expectEvent(cart.changed, ({ data, page }) => data.items.length === page));
    void (() => busbar.expectEvent('cart:changed', { items: [] }));
    void (() => busbar.expectEvent('cart:changed', ({ data }) => data !== undefined));
    // @ts-expect-error: a number is no text
    void (() => busbar.expectEvent(cart.itemAdded, { sku: 1 }));
    // @ts-expect-error: the contract knows no such field
    void (() => busbar.expectEvent(cart.itemAdded, { price: 1 }));
    // @ts-expect-error: it is never closed
    void (() => busbar.expectEvent(cart.changed, { state: 'closed' }));
  });

  it('emits what the schema takes, and answers what it gives', () => {
    const emitted = () => busbar.emit(cart.itemAdded, { sku: 'A-1', quantity: '2' });
    expectTypeOf(emitted).returns.resolves.toEqualTypeOf<BusEvent<{ sku: string; quantity: number }, 'cart:itemAdded'>>();
    // @ts-expect-error: the quantity is missing
    void (() => busbar.emit(cart.itemAdded, { sku: 'A-1' }));
  });
});
