import { createBus, createHub, type Hub } from '@busbar/core';
import { render as renderComponent } from 'svelte/server';
import { busKey } from './bus-context.ts';
import { cart } from './cart-page.test.fixture.ts';
import CartView from './cart-view.test.fixture.svelte';

interface CartState {
  readonly count: number;
  readonly total: number;
}

/** What the server answers, and what its hubs hold when all requests are answered. */
export interface Answer {
  readonly bodies: string[];
  readonly subscriptions: number;
  readonly topics: number;
  readonly watchers: number;
}

/** Answers requests as a server does, all at once: each with a bus of its own, to which its cart is emitted while others render. */
export async function render(carts: CartState[], isHubShared = false): Promise<string> {
  const shared = isHubShared ? createHub() : undefined;
  const hubs = new Set<Hub>();
  const answer = async (initial: CartState): Promise<string> => {
    const bus = createBus({ source: 'server', hub: shared ?? createHub() });
    hubs.add(bus.hub);
    await Promise.resolve();
    bus.emit(cart.changed, { ...initial, count: initial.count + 1 });
    await Promise.resolve();
    const { body } = await renderComponent(CartView, { props: { initial }, context: new Map([[busKey, bus]]) });
    return body;
  };
  const bodies = await Promise.all(carts.map(answer));
  const sum = (count: (hub: Hub) => number) => [...hubs].reduce((total, hub) => total + count(hub), 0);
  return JSON.stringify({
    bodies,
    subscriptions: sum(({ subscriptions }) => subscriptions.size),
    topics: sum(({ topics }) => topics.size),
    watchers: sum(({ letterWatchers }) => letterWatchers?.size ?? 0),
  } satisfies Answer);
}
