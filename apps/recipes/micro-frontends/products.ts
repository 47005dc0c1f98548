import { createBus } from '@busbar/core';
import { showProducts } from './show-products.ts';

const bus = createBus({ source: 'products', publish: ['products:*'], subscribe: ['cart:*'] });

/** Mounts the products, and answers the function that takes them away with all they subscribed. */
export function mount(place: HTMLElement): () => void {
  const scope = bus.scope();
  showProducts(place, scope);
  return () => {
    scope.dispose();
    place.replaceChildren();
  };
}
