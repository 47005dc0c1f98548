import { type BusEvent, type BusMetrics, type DeadLetter, defineEvents, type EventsByName, type Readable } from '@busbar/core';
import { expectTypeOf } from 'vitest';
import * as z from 'zod';
import { type Current, deadLetters, emitter, eventState, getBus, metrics, onEvent, projection } from './index.ts';

const order = defineEvents('order', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.coerce.number<string>() }) },
  changed: { version: 1, schema: z.object({ count: z.number() }), retain: 'latest' },
});
type Added = { sku: string; quantity: number };

declare module '@busbar/core' {
  interface DeclaredEvents extends EventsByName<typeof order> {}
}

export function handlersKnowTheEvent(): void {
  onEvent(order.itemAdded, ({ data, type }, { signal }) => {
    expectTypeOf(data).toEqualTypeOf<Added>();
    expectTypeOf(type).toEqualTypeOf<'order:itemAdded'>();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
  });
  onEvent(order.itemAdded, () => {}, { where: ({ data }) => data.quantity > 1, enabled: true, delivery: 'frame' });
  onEvent([order.itemAdded, order.changed], (event) => {
    if (event.type === 'order:changed') expectTypeOf(event.data).toEqualTypeOf<{ count: number }>();
    else expectTypeOf(event.data).toEqualTypeOf<Added>();
  });
  onEvent('order:itemAdded', ({ data }) => expectTypeOf(data).toEqualTypeOf<Added>());
  onEvent('order:*', (event) => expectTypeOf(event).toEqualTypeOf<BusEvent>());
  onEvent(
    () => 'order:*',
    (event) => expectTypeOf(event).toEqualTypeOf<BusEvent>(),
    () => ({ enabled: true }),
  );
  onEvent(
    () => order.changed,
    ({ data }) => expectTypeOf(data).toEqualTypeOf<{ count: number }>(),
  );
  onEvent(
    order.itemAdded,
    () => {},
    () => ({ where: ({ data }) => data.quantity > 1, retry: 2 }),
  );
  onEvent(
    () => [order.changed, order.itemAdded],
    ({ type }) => {
      expectTypeOf(type).toEqualTypeOf<'order:changed' | 'order:itemAdded'>();
    },
    { enabled: () => true },
  );
  // @ts-expect-error a handler is no option
  onEvent(order.itemAdded, { enabled: true });
  // @ts-expect-error the payload has no field of that name
  onEvent(order.itemAdded, ({ data }) => data.price);
  // @ts-expect-error `sometimes` is no way to deliver
  onEvent(order.itemAdded, () => {}, { delivery: 'sometimes' });
}

export function stateIsThePayload(): void {
  expectTypeOf(eventState(order.changed)).toEqualTypeOf<Current<{ count: number } | undefined>>();
  expectTypeOf(eventState(order.changed, { initial: { count: 0 } })).toEqualTypeOf<Current<{ count: number }>>();
  expectTypeOf(eventState(order.changed, { select: (state) => state?.count })).toEqualTypeOf<Current<number | undefined>>();
  expectTypeOf(eventState(order.changed, { select: (state) => state?.count ?? 0 })).toEqualTypeOf<Current<number>>();
  const selected = eventState(order.changed, {
    initial: { count: 0 },
    select: (state) => [state.count],
    compare: (previous, next) => previous[0] === next[0],
  });
  expectTypeOf(selected).toEqualTypeOf<Current<number[]>>();
  expectTypeOf(eventState(() => order.changed)).toEqualTypeOf<Current<{ count: number } | undefined>>();
  expectTypeOf(eventState(order.changed, () => ({ initial: { count: 0 }, select: (state) => [state.count] }))).toEqualTypeOf<
    Current<number[]>
  >();
  expectTypeOf(eventState(order.changed, () => ({ initial: { count: 0 } }))).toEqualTypeOf<Current<{ count: number }>>();
  expectTypeOf(eventState('order:changed')).toEqualTypeOf<Current<{ count: number } | undefined>>();
  expectTypeOf(
    eventState(() => 'order:changed' as const, { initial: { count: 0 }, select: (state) => state.count }),
  ).toEqualTypeOf<Current<number>>();
  // @ts-expect-error nobody declared an event of that name
  eventState('order:chnged');
  // @ts-expect-error the state is the bus's to change
  eventState(order.changed).current = { count: 1 };
  // @ts-expect-error without `initial` there may be no payload yet
  eventState(order.changed, { select: (state) => state.count });
  // @ts-expect-error: it is undefined before the first event, whatever type is written down
  eventState(order.changed, { select: (state: { count: number }) => state.count });
  // @ts-expect-error `initial` must satisfy the contract
  eventState(order.changed, { initial: { count: '0' } });
}

export function projectionsAreWhatTheyProject(readable: Readable<{ count: number }>): void {
  expectTypeOf(projection(readable)).toEqualTypeOf<Current<{ count: number }>>();
  expectTypeOf(
    projection(
      () => readable,
      ({ count }) => String(count),
    ),
  ).toEqualTypeOf<Current<string>>();
  projection(readable, ({ count }) => [count], { compare: (previous, next) => previous[0] === next[0] });
  expectTypeOf(deadLetters(({ reason }) => reason === 'failed')).toEqualTypeOf<Current<readonly DeadLetter[]>>();
  expectTypeOf(metrics(() => 500)).toEqualTypeOf<Current<BusMetrics>>();
  // @ts-expect-error a filter answers a question
  deadLetters('failed');
  // @ts-expect-error the value has no field of that name
  projection(readable, ({ total }) => total);
}

export function emittingTakesTheInputAndGivesTheEvent(): void {
  const emit = emitter(order.itemAdded);
  expectTypeOf(emit).returns.toEqualTypeOf<BusEvent<Added, 'order:itemAdded'>>();
  emit({ sku: 'A-1', quantity: '2' }, { subject: 'A-1' });
  // @ts-expect-error the schema reads quantity from a text
  emit({ sku: 'A-1', quantity: 2 });
  expectTypeOf(emitter('order:changed')).parameter(0).toEqualTypeOf<{ count: number }>();
  // @ts-expect-error nobody declared an event of that name
  emitter('order:itemAded');
  emitter(() => order.changed)({ count: 1 });
  expectTypeOf(getBus().source).toEqualTypeOf<string>();
}
