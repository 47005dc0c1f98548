import {
  type Bus,
  type BusEvent,
  type BusMetrics,
  type DeadLetter,
  defineEvents,
  type EventsByName,
  type Readable,
} from '@busbar/core';
import type { LitElement, ReactiveController, ReactiveControllerHost } from 'lit';
import { expectTypeOf } from 'vitest';
import * as z from 'zod';
import { createHost } from './element.ts';
import { busOf, EventController, EventStateController, emitter, type HostedController, ProjectionController } from './index.ts';
import { DeadLettersController, MetricsController } from './panel.ts';

const order = defineEvents('order', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.coerce.number<string>() }) },
  changed: { version: 1, schema: z.object({ count: z.number() }), retain: 'latest' },
});
type Added = { sku: string; quantity: number };
type Changed = { count: number };

declare module '@busbar/core' {
  interface DeclaredEvents extends EventsByName<typeof order> {}
}

export function handlersKnowTheEvent(host: LitElement): void {
  new EventController(host, order.itemAdded, ({ data, type }, { signal }) => {
    expectTypeOf(data).toEqualTypeOf<Added>();
    expectTypeOf(type).toEqualTypeOf<'order:itemAdded'>();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
  });
  new EventController(host, order.itemAdded, () => {}, { where: ({ data }) => data.quantity > 1, enabled: true });
  new EventController(
    host,
    order.itemAdded,
    () => {},
    () => ({ where: ({ data }) => data.quantity > 1 }),
  );
  new EventController(host, [order.itemAdded, order.changed], (event) => {
    if (event.type === 'order:changed') expectTypeOf(event.data).toEqualTypeOf<Changed>();
    else expectTypeOf(event.data).toEqualTypeOf<Added>();
  });
  new EventController(
    host,
    () => [order.itemAdded, order.changed],
    ({ type }) => expectTypeOf(type).toEqualTypeOf<'order:changed' | 'order:itemAdded'>(),
  );
  new EventController(host, 'order:itemAdded', ({ data }) => expectTypeOf(data).toEqualTypeOf<Added>());
  new EventController(host, 'order:*', (event) => expectTypeOf(event).toEqualTypeOf<BusEvent>());
  // @ts-expect-error a handler is no option
  new EventController(host, order.itemAdded, { enabled: true });
  // @ts-expect-error the payload has no field of that name
  new EventController(host, order.itemAdded, ({ data }) => data.price);
  // @ts-expect-error `sometimes` is no way to deliver
  new EventController(host, order.itemAdded, () => {}, { delivery: 'sometimes' });
}

export function stateIsThePayload(host: LitElement, maybe: Changed | undefined): void {
  expectTypeOf(new EventStateController(host, order.changed).value).toEqualTypeOf<Changed | undefined>();
  expectTypeOf(new EventStateController(host, order.changed, { initial: { count: 0 } }).value).toEqualTypeOf<Changed>();
  const count = new EventStateController(host, order.changed, { select: (state) => state?.count });
  expectTypeOf(count.value).toEqualTypeOf<number | undefined>();
  const selected = new EventStateController(host, order.changed, {
    initial: { count: 0 },
    select: (state) => [state.count],
    compare: (previous, next) => previous[0] === next[0],
  });
  expectTypeOf(selected.value).toEqualTypeOf<number[]>();
  const answered = new EventStateController(
    host,
    () => order.changed,
    () => ({ initial: { count: 0 }, select: (state) => String(state.count) }),
  );
  expectTypeOf(answered.value).toEqualTypeOf<string>();
  const perhaps = new EventStateController(host, order.changed, { initial: maybe, select: (state) => state?.count });
  expectTypeOf(perhaps.value).toEqualTypeOf<number | undefined>();
  expectTypeOf(new EventStateController(host, order.changed, { initial: maybe }).value).toEqualTypeOf<Changed | undefined>();
  // @ts-expect-error without `initial` there may be no payload yet
  new EventStateController(host, order.changed, { select: (state) => state.count });
  // @ts-expect-error nor does a written type change that
  new EventStateController(host, order.changed, { select: (state: Changed) => state.count });
  // @ts-expect-error a selection of numbers is not compared as texts
  new EventStateController(host, order.changed, { select: (now) => now?.count ?? 0, compare: (one: string) => one === '' });
  // @ts-expect-error `initial` must satisfy the contract
  new EventStateController(host, order.changed, { initial: { count: '0' } });
  // @ts-expect-error the state is the bus's to change
  new EventStateController(host, order.changed).value = { count: 1 };
}

export function emittingTakesTheInputAndGivesTheEvent(host: LitElement): void {
  const emit = emitter(host, order.itemAdded);
  expectTypeOf(emit).returns.toEqualTypeOf<BusEvent<Added, 'order:itemAdded'>>();
  emit({ sku: 'A-1', quantity: '2' }, { subject: 'A-1' });
  // @ts-expect-error the schema reads quantity from a text
  emit({ sku: 'A-1', quantity: 2 });
  expectTypeOf(emitter(host, 'order:changed')).parameter(0).toEqualTypeOf<Changed>();
  // @ts-expect-error nobody declared an event of that name
  emitter(host, 'order:itemAded');
  expectTypeOf(busOf(host)).toEqualTypeOf<() => Bus>();
}

export function whatIsReadIsTyped(host: LitElement, readable: Readable<{ total: number }>): void {
  expectTypeOf(new ProjectionController(host, readable).value).toEqualTypeOf<{ total: number }>();
  expectTypeOf(
    new ProjectionController(
      host,
      () => readable,
      ({ total }) => [total],
    ).value,
  ).toEqualTypeOf<number[]>();
  // @ts-expect-error the value has no field of that name
  new ProjectionController(host, readable, ({ sum }) => sum);
  expectTypeOf(new DeadLettersController(host).value).toEqualTypeOf<readonly DeadLetter[]>();
  expectTypeOf(new MetricsController(host, 500).value).toEqualTypeOf<BusMetrics | undefined>();
}

export function hostsAndControllersAreThoseOfLit(element: HTMLElement): void {
  expectTypeOf(createHost(element, () => {})).toExtend<ReactiveControllerHost>();
  expectTypeOf<HostedController>().toExtend<ReactiveController>();
}
