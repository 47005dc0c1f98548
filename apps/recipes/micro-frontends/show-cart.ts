import type { Bus } from '@busbar/core';
import { cart, products } from './events.ts';

/** Draws the cart. Takes in what is chosen, and says what it holds; mounted again, it goes on with what it said last. */
export function showCart(place: HTMLElement, bus: Bus): void {
  const quantities = new Map(
    bus
      .latest(cart.changed)
      .get()
      ?.lines.map(({ name, quantity }) => [name, quantity]),
  );
  const draw = () => {
    const list = document.createElement('ul');
    for (const [name, quantity] of quantities) {
      list.append(document.createElement('li'));
      list.lastElementChild!.textContent = `${quantity} × ${name}`;
    }
    const empty = document.createElement('p');
    empty.textContent = 'Nothing yet';
    place.replaceChildren(quantities.size > 0 ? list : empty);
  };
  draw();
  bus.on(products.chosen, ({ data }) => {
    quantities.set(data.name, (quantities.get(data.name) ?? 0) + 1);
    draw();
    bus.emit(cart.changed, { lines: Array.from(quantities, ([name, quantity]) => ({ name, quantity })) });
  });
}
