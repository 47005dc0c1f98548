import { type BusEvent, type BusMetrics, type DeadLetter, defineEvents, type EventsByName, type Readable } from '@busbar/core';
import { expectTypeOf } from 'vitest';
import { computed, ref, type ShallowRef } from 'vue';
import * as z from 'zod';
import { useBus, useDeadLetters, useEmit, useEvent, useEventState, useMetrics, useProjection } from './index.ts';

const order = defineEvents('order', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.coerce.number<string>() }) },
  changed: { version: 1, schema: z.object({ count: z.number() }), retain: 'latest' },
});
type Added = { sku: string; quantity: number };

declare module '@busbar/core' {
  interface DeclaredEvents extends EventsByName<typeof order> {}
}

type State<Value> = Readonly<ShallowRef<Value>>;

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
  useEvent(ref('order:*'), (event) => expectTypeOf(event).toEqualTypeOf<BusEvent>(), { enabled: ref(true) });
  useEvent(
    computed(() => order.changed),
    ({ data }) => expectTypeOf(data).toEqualTypeOf<{ count: number }>(),
  );
  useEvent(
    order.itemAdded,
    () => {},
    () => ({ where: ({ data }) => data.quantity > 1, retry: 2 }),
  );
  const stop = useEvent(
    () => [order.changed, order.itemAdded],
    ({ type }) => {
      expectTypeOf(type).toEqualTypeOf<'order:changed' | 'order:itemAdded'>();
    },
    { enabled: () => true },
  );
  expectTypeOf(stop).toEqualTypeOf<() => void>();
  // @ts-expect-error a handler is no option
  useEvent(order.itemAdded, { enabled: true });
  // @ts-expect-error the payload has no field of that name
  useEvent(order.itemAdded, ({ data }) => data.price);
  // @ts-expect-error `sometimes` is no way to deliver
  useEvent(order.itemAdded, () => {}, { delivery: 'sometimes' });
}

export function stateIsThePayload(): void {
  expectTypeOf(useEventState(order.changed)).toEqualTypeOf<State<{ count: number } | undefined>>();
  expectTypeOf(useEventState(order.changed, { initial: { count: 0 } })).toEqualTypeOf<State<{ count: number }>>();
  expectTypeOf(useEventState(order.changed, { select: (state) => state?.count })).toEqualTypeOf<State<number | undefined>>();
  expectTypeOf(useEventState(order.changed, { select: (state) => state?.count ?? 0 })).toEqualTypeOf<State<number>>();
  const selected = useEventState(order.changed, {
    initial: { count: 0 },
    select: (state) => [state.count],
    compare: (previous, next) => previous[0] === next[0],
  });
  expectTypeOf(selected).toEqualTypeOf<State<number[]>>();
  expectTypeOf(useEventState(() => order.changed)).toEqualTypeOf<State<{ count: number } | undefined>>();
  expectTypeOf(useEventState(order.changed, () => ({ initial: { count: 0 }, select: (state) => [state.count] }))).toEqualTypeOf<
    State<number[]>
  >();
  expectTypeOf(useEventState(order.changed, ref({ initial: { count: 0 } }))).toEqualTypeOf<State<{ count: number }>>();
  expectTypeOf(useEventState('order:changed')).toEqualTypeOf<State<{ count: number } | undefined>>();
  expectTypeOf(
    useEventState(() => 'order:changed' as const, { initial: { count: 0 }, select: (state) => state.count }),
  ).toEqualTypeOf<State<number>>();
  // @ts-expect-error nobody declared an event of that name
  useEventState('order:chnged');
  // @ts-expect-error the state is the bus's to change
  useEventState(order.changed).value = { count: 1 };
  // @ts-expect-error without `initial` there may be no payload yet
  useEventState(order.changed, { select: (state) => state.count });
  // @ts-expect-error: it is undefined before the first event, whatever type is written down
  useEventState(order.changed, { select: (state: { count: number }) => state.count });
  // @ts-expect-error `initial` must satisfy the contract
  useEventState(order.changed, { initial: { count: '0' } });
}

export function projectionsAreWhatTheyProject(readable: Readable<{ count: number }>): void {
  expectTypeOf(useProjection(readable)).toEqualTypeOf<State<{ count: number }>>();
  expectTypeOf(
    useProjection(
      () => readable,
      ({ count }) => String(count),
    ),
  ).toEqualTypeOf<State<string>>();
  useProjection(readable, ({ count }) => [count], { compare: (previous, next) => previous[0] === next[0] });
  expectTypeOf(useDeadLetters(({ reason }) => reason === 'failed')).toEqualTypeOf<State<readonly DeadLetter[]>>();
  expectTypeOf(useMetrics(ref(500))).toEqualTypeOf<State<BusMetrics>>();
  // @ts-expect-error a filter answers a question
  useDeadLetters('failed');
  // @ts-expect-error the value has no field of that name
  useProjection(readable, ({ total }) => total);
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
  useEmit(() => order.changed)({ count: 1 });
  expectTypeOf(useBus().source).toEqualTypeOf<string>();
}
