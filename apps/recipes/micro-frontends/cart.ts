import { createBus } from '@busbar/core';
import { showCart } from './show-cart.ts';

const bus = createBus({ source: 'cart', publish: ['cart:*'], subscribe: ['products:*', 'cart:*'] });

/** Mounts the cart, and answers the function that takes it away with all it subscribed. */
export function mount(place: HTMLElement): () => void {
  const scope = bus.scope();
  showCart(place, scope);
  return () => {
    scope.dispose();
    place.replaceChildren();
  };
}
