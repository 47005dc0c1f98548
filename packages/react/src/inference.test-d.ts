import { type BusEvent, type BusMetrics, type DeadLetter, defineEvents, type EventsByName, type Readable } from '@busbar/core';
import { expectTypeOf } from 'vitest';
import * as z from 'zod';
import { createBusHooks, useBus, useEmit, useEvent, useEventState, useProjection, useSuspenseEventState } from './index.ts';
import { useDeadLetters, useMetrics } from './panel.ts';

const order = defineEvents('order', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.coerce.number<string>() }) },
  changed: { version: 1, schema: z.object({ count: z.number() }), retain: 'latest' },
});
type Added = { sku: string; quantity: number };

declare module '@busbar/core' {
  interface DeclaredEvents extends EventsByName<typeof order> {}
}

export function handlersKnowTheEvent(): void {
  useEvent(order.itemAdded, ({ data, type }, { signal }) => {
    expectTypeOf(data).toEqualTypeOf<Added>();
    expectTypeOf(type).toEqualTypeOf<'order:itemAdded'>();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
  });
  useEvent(order.itemAdded, () => {}, { where: ({ data }) => data.quantity > 1, enabled: true, delivery: 'frame' });
  useEvent([order.itemAdded, order.changed], (event) => {
    if (event.type === 'order:changed') expectTypeOf(event.data).toEqualTypeOf<{ count: number }>();
    else expectTypeOf(event.data).toEqualTypeOf<Added>();
  });
  useEvent('order:itemAdded', ({ data }) => expectTypeOf(data).toEqualTypeOf<Added>());
  useEvent('order:*', (event) => expectTypeOf(event).toEqualTypeOf<BusEvent>());
  // @ts-expect-error a handler is no option
  useEvent(order.itemAdded, { enabled: true });
  // @ts-expect-error the payload has no field of that name
  useEvent(order.itemAdded, ({ data }) => data.price);
  // @ts-expect-error `sometimes` is no way to deliver
  useEvent(order.itemAdded, () => {}, { delivery: 'sometimes' });
}

export function stateIsThePayload(): void {
  expectTypeOf(useEventState(order.changed)).toEqualTypeOf<{ count: number } | undefined>();
  expectTypeOf(useEventState(order.changed, { initial: { count: 0 } })).toEqualTypeOf<{ count: number }>();
  expectTypeOf(useEventState(order.changed, { select: (state) => state?.count })).toEqualTypeOf<number | undefined>();
  expectTypeOf(useEventState(order.changed, { select: (state) => state?.count ?? 0 })).toEqualTypeOf<number>();
  const selected = useEventState(order.changed, {
    initial: { count: 0 },
    select: (state) => [state.count],
    compare: (previous, next) => previous[0] === next[0],
  });
  expectTypeOf(selected).toEqualTypeOf<number[]>();
  // @ts-expect-error without `initial` there may be no payload yet
  useEventState(order.changed, { select: (state) => state.count });
  const countOf = (state: { count: number }) => state.count;
  expectTypeOf(useEventState(order.changed, { initial: { count: 0 }, select: countOf })).toEqualTypeOf<number>();
  // @ts-expect-error a selector of one's own has to take `undefined` as well
  useEventState(order.changed, { select: countOf });
  // @ts-expect-error what is compared may be `undefined` as well
  useEventState(order.changed, { compare: (one: { count: number }, other: { count: number }) => one.count === other.count });
  // @ts-expect-error `initial` must satisfy the contract
  useEventState(order.changed, { initial: { count: '0' } });
}

export function emittingTakesTheInputAndGivesTheEvent(): void {
  const emit = useEmit(order.itemAdded);
  expectTypeOf(emit).returns.toEqualTypeOf<BusEvent<Added, 'order:itemAdded'>>();
  emit({ sku: 'A-1', quantity: '2' }, { subject: 'A-1' });
  // @ts-expect-error the schema reads quantity from a text
  emit({ sku: 'A-1', quantity: 2 });
  expectTypeOf(useEmit('order:changed')).parameter(0).toEqualTypeOf<{ count: number }>();
  // @ts-expect-error nobody declared an event of that name
  useEmit('order:itemAded');
  expectTypeOf(useBus().source).toEqualTypeOf<string>();
}

export function suspendingStateIsThere(): void {
  expectTypeOf(useSuspenseEventState(order.changed)).toEqualTypeOf<{ count: number }>();
  expectTypeOf(useSuspenseEventState(order.changed, { select: (state) => state.count })).toEqualTypeOf<number>();
  expectTypeOf(useSuspenseEventState(order.changed, { compare: (one, other) => one.count === other.count })).toEqualTypeOf<{
    count: number;
  }>();
  // @ts-expect-error it suspends until there is a payload, so it needs none to begin with
  useSuspenseEventState(order.changed, { initial: { count: 0 } });
}

export function projectionIsTheValueOfAnyReadable(totals: Readable<{ gross: number; net: number }>): void {
  expectTypeOf(useProjection(totals)).toEqualTypeOf<{ gross: number; net: number }>();
  expectTypeOf(useProjection(totals, ({ net }) => net)).toEqualTypeOf<number>();
  const both = useProjection(totals, ({ gross, net }) => [gross, net], {
    compare: (previous, next) => previous[0] === next[0],
  });
  expectTypeOf(both).toEqualTypeOf<number[]>();
  expectTypeOf(useProjection(totals, undefined, { compare: (one, other) => one.net === other.net })).toEqualTypeOf<{
    gross: number;
    net: number;
  }>();
  expectTypeOf(useProjection(useBus().latest(order.changed))).toEqualTypeOf<{ count: number } | undefined>();
  // @ts-expect-error a readable that may be empty needs a selector that can do with nothing
  useProjection(useBus().latest(order.changed), ({ count }: { count: number }) => count);
  // @ts-expect-error numbers are selected, and texts compared
  useProjection(totals, ({ net }) => net, { compare: (one: string, other: string) => one === other });
  // @ts-expect-error a contract is no readable
  useProjection(order.changed);
  // @ts-expect-error the value has no field of that name
  useProjection(totals, ({ tax }) => tax);
}

export function panelsSeeLettersAndFigures(): void {
  expectTypeOf(useDeadLetters()).toEqualTypeOf<readonly DeadLetter[]>();
  expectTypeOf(useDeadLetters(({ reason }) => reason === 'failed')).toEqualTypeOf<readonly DeadLetter[]>();
  expectTypeOf(useMetrics(500)).toEqualTypeOf<BusMetrics>();
  // @ts-expect-error there is no reason of that name
  useDeadLetters(({ reason }) => reason === 'lost');
}

const stock = defineEvents('stock', { changed: { version: 1, schema: z.object({ left: z.number() }), retain: 'latest' } });
const named = createBusHooks<typeof order | typeof stock>();

export function namedHooksKnowTheirContracts(): void {
  named.useEvent('order:itemAdded', ({ data }) => expectTypeOf(data).toEqualTypeOf<Added>(), { enabled: false });
  named.useEvent(['order:changed', 'stock:changed'], (event) => {
    if (event.type === 'stock:changed') expectTypeOf(event.data).toEqualTypeOf<{ left: number }>();
  });
  named.useEvent('order:*', (event) => expectTypeOf(event).toEqualTypeOf<BusEvent>());
  expectTypeOf(named.useEventState('stock:changed')).toEqualTypeOf<{ left: number } | undefined>();
  expectTypeOf(named.useEventState('stock:changed', { initial: { left: 0 } })).toEqualTypeOf<{ left: number }>();
  expectTypeOf(named.useEventState('stock:changed', { select: (state) => state?.left })).toEqualTypeOf<number | undefined>();
  expectTypeOf(
    named.useEventState('stock:changed', { initial: { left: 0 }, select: ({ left }) => left }),
  ).toEqualTypeOf<number>();
  // @ts-expect-error without `initial` there may be no payload yet
  named.useEventState('stock:changed', { select: ({ left }: { left: number }) => left });
  expectTypeOf(named.useSuspenseEventState('stock:changed')).toEqualTypeOf<{ left: number }>();
  expectTypeOf(named.useSuspenseEventState('stock:changed', { select: ({ left }) => left })).toEqualTypeOf<number>();
  const emit = named.useEmit('order:itemAdded');
  expectTypeOf(emit).returns.toEqualTypeOf<BusEvent<Added, 'order:itemAdded'>>();
  emit({ sku: 'A-1', quantity: '2' });
}

export function namedHooksRefuseOtherNames(): void {
  // @ts-expect-error none of the contracts has that name
  named.useEvent('order:itemAded', () => {});
  // @ts-expect-error none of the contracts has that name
  named.useEventState('stock:itemAdded');
  // @ts-expect-error none of the contracts has that name
  named.useSuspenseEventState('order:*');
  // @ts-expect-error none of the contracts has that name
  named.useEmit('cart:changed');
}

export function namesByEventNameWorkToo(): void {
  const { useEventState } = createBusHooks<EventsByName<typeof stock>>();
  expectTypeOf(useEventState('stock:changed')).toEqualTypeOf<{ left: number } | undefined>();
}
