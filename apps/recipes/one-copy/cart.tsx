import { createBus } from '@busbar/core';
import { BusProvider, useEmit, useEvent, useEventState } from '@busbar/react';
import { createRoot } from 'react-dom/client';
import { cart, products } from '../micro-frontends/events.ts';

const bus = createBus({ source: 'cart', publish: ['cart:*'], subscribe: ['products:*', 'cart:*'] });

function Cart() {
  const { lines } = useEventState(cart.changed, { initial: { lines: [] } });
  const change = useEmit(cart.changed);
  useEvent(products.chosen, ({ data }) => change({ lines: withOneMore(data.name) }));
  if (lines.length === 0) return <p>Nothing yet</p>;
  return (
    <ul>
      {lines.map(({ name, quantity }) => (
        <li key={name}>{`${quantity} × ${name}`}</li>
      ))}
    </ul>
  );
}

/** The lines as they were said last: two choices may come between two renders. */
function withOneMore(chosen: string): { name: string; quantity: number }[] {
  const { lines } = bus.latest(cart.changed).get() ?? { lines: [] };
  if (!lines.some(({ name }) => name === chosen)) return [...lines, { name: chosen, quantity: 1 }];
  return lines.map(({ name, quantity }) => ({ name, quantity: name === chosen ? quantity + 1 : quantity }));
}

/** Mounts the cart, and answers the function that takes it away with all it subscribed. */
export function mount(place: HTMLElement): () => void {
  const root = createRoot(place);
  root.render(
    <BusProvider bus={bus}>
      <Cart />
    </BusProvider>,
  );
  return () => root.unmount();
}
