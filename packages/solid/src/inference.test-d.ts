import {
  type Bus,
  type BusEvent,
  type BusMetrics,
  type DeadLetter,
  defineEvents,
  type EventsByName,
  type Readable,
} from '@busbar/core';
import type { Accessor } from 'solid-js';
import { expectTypeOf } from 'vitest';
import * as z from 'zod';
import {
  createDeadLetters,
  createEmit,
  createEvent,
  createEventState,
  createMetrics,
  createProjection,
  useBus,
} from './index.ts';

const order = defineEvents('order', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.coerce.number<string>() }) },
  changed: { version: 1, schema: z.object({ count: z.number() }), retain: 'latest' },
});
type Added = { sku: string; quantity: number };

declare module '@busbar/core' {
  interface DeclaredEvents extends EventsByName<typeof order> {}
}

export function handlersKnowTheEvent(): void {
  createEvent(order.itemAdded, ({ data, type }, { signal }) => {
    expectTypeOf(data).toEqualTypeOf<Added>();
    expectTypeOf(type).toEqualTypeOf<'order:itemAdded'>();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
  });
  createEvent(order.itemAdded, () => {}, { where: ({ data }) => data.quantity > 1, enabled: true, delivery: 'frame' });
  createEvent(
    order.itemAdded,
    () => {},
    () => ({ where: ({ data }) => data.quantity > 1 }),
  );
  createEvent([order.itemAdded, order.changed], (event) => {
    if (event.type === 'order:changed') expectTypeOf(event.data).toEqualTypeOf<{ count: number }>();
    else expectTypeOf(event.data).toEqualTypeOf<Added>();
  });
  createEvent('order:itemAdded', ({ data }) => expectTypeOf(data).toEqualTypeOf<Added>());
  createEvent('order:*', (event) => expectTypeOf(event).toEqualTypeOf<BusEvent>());
  createEvent(
    () => order.changed,
    ({ data }) => expectTypeOf(data).toEqualTypeOf<{ count: number }>(),
  );
  createEvent(
    () => [order.changed, order.itemAdded],
    ({ type }) => expectTypeOf(type).toEqualTypeOf<'order:changed' | 'order:itemAdded'>(),
  );
  // @ts-expect-error a handler is no option
  createEvent(order.itemAdded, { enabled: true });
  // @ts-expect-error the payload has no field of that name
  createEvent(order.itemAdded, ({ data }) => data.price);
  // @ts-expect-error `sometimes` is no way to deliver
  createEvent(order.itemAdded, () => {}, { delivery: 'sometimes' });
}

export function stateIsThePayload(): void {
  type Changed = { count: number };
  expectTypeOf(createEventState(order.changed)).toEqualTypeOf<Accessor<Changed | undefined>>();
  expectTypeOf(createEventState(order.changed, { initial: { count: 0 } })).toEqualTypeOf<Accessor<Changed>>();
  expectTypeOf(createEventState(order.changed, { select: (state) => state?.count })).toEqualTypeOf<
    Accessor<number | undefined>
  >();
  expectTypeOf(createEventState(order.changed, { select: (state) => state?.count ?? 0 })).toEqualTypeOf<Accessor<number>>();
  const selected = createEventState(order.changed, {
    initial: { count: 0 },
    select: (state) => [state.count],
    compare: (previous, next) => previous[0] === next[0],
  });
  expectTypeOf(selected).toEqualTypeOf<Accessor<number[]>>();
  expectTypeOf(createEventState(() => order.changed)).toEqualTypeOf<Accessor<Changed | undefined>>();
  const byAccessor = createEventState(order.changed, () => ({ initial: { count: 0 }, select: (state) => String(state.count) }));
  expectTypeOf(byAccessor).toEqualTypeOf<Accessor<string>>();
  // @ts-expect-error without `initial` there may be no payload yet
  createEventState(order.changed, { select: (state) => state.count });
  // @ts-expect-error nor does a written type change that
  createEventState(order.changed, { select: (state: Changed) => state.count });
  createEventState(order.changed, {
    select: (state) => state?.count ?? 0,
    // @ts-expect-error a selection of numbers is not compared as texts
    compare: (one: string, other: string) => one === other,
  });
  // @ts-expect-error `initial` must satisfy the contract
  createEventState(order.changed, { initial: { count: '0' } });
}

export function emittingTakesTheInputAndGivesTheEvent(): void {
  const emit = createEmit(order.itemAdded);
  expectTypeOf(emit).returns.toEqualTypeOf<BusEvent<Added, 'order:itemAdded'>>();
  emit({ sku: 'A-1', quantity: '2' }, { subject: 'A-1' });
  // @ts-expect-error the schema reads quantity from a text
  emit({ sku: 'A-1', quantity: 2 });
  expectTypeOf(createEmit('order:changed')).parameter(0).toEqualTypeOf<{ count: number }>();
  expectTypeOf(createEmit(() => order.changed))
    .parameter(0)
    .toEqualTypeOf<{ count: number }>();
  // @ts-expect-error nobody declared an event of that name
  createEmit('order:itemAded');
}

export function whatIsReadIsTyped(readable: Readable<{ total: number }>): void {
  expectTypeOf(createProjection(readable)).toEqualTypeOf<Accessor<{ total: number }>>();
  expectTypeOf(
    createProjection(
      () => readable,
      ({ total }) => [total],
      { compare: (one, other) => one[0] === other[0] },
    ),
  ).toEqualTypeOf<Accessor<number[]>>();
  // @ts-expect-error the value has no field of that name
  createProjection(readable, ({ sum }) => sum);
  expectTypeOf(createDeadLetters(({ reason }) => reason === 'failed')).toEqualTypeOf<Accessor<readonly DeadLetter[]>>();
  expectTypeOf(createMetrics(() => 500)).toEqualTypeOf<Accessor<BusMetrics>>();
  expectTypeOf(useBus()).toEqualTypeOf<Accessor<Bus>>();
}
