import { createBus } from '@busbar/core';
import { createResource, For, type JSX, Suspense } from 'solid-js';
import { generateHydrationScript, renderToStringAsync } from 'solid-js/web';
import { cart } from './cart-contracts.test.fixture.ts';
import { BusProvider, createDeadLetters, createEvent, createEventState } from './index.ts';

/** What a page is rendered for. */
export interface Request {
  readonly count: number;
}

/** A page that is rendered on a server, part of it late, and hydrated. */
export function CartPage(props: { initial: number; onAdded?: (sku: string) => void }): JSX.Element {
  const count = createEventState(cart.changed, {
    initial: { count: props.initial, total: 0 },
    select: (state) => state.count,
  });
  const letters = createDeadLetters();
  createEvent(cart.itemAdded, ({ data }) => props.onAdded?.(data.sku));
  return (
    <section>
      <output>{count()}</output>
      <ul>
        <For each={letters()}>{({ reason }) => <li>{reason}</li>}</For>
      </ul>
      <Suspense fallback="loading">
        <Late />
      </Suspense>
    </section>
  );
}

function Late(): JSX.Element {
  const [name] = createResource(async () => 'late');
  const count = createEventState(cart.changed, { select: (state) => state?.count ?? 'nothing' });
  return (
    <p>
      {name()}: {count()}
    </p>
  );
}

/** Renders the page as a server does for each of its requests. */
export async function render(request: Request): Promise<string> {
  const bus = createBus({ source: 'server' });
  bus.emit(cart.changed, { count: request.count, total: 0 });
  const page = await renderToStringAsync(() => (
    <BusProvider bus={bus}>
      <CartPage initial={0} />
    </BusProvider>
  ));
  return generateHydrationScript() + page;
}
