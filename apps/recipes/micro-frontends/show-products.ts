import type { Bus } from '@busbar/core';
import { cart, products } from './events.ts';

/** Draws the products. Says which one is chosen, and shows what the cart says. */
export function showProducts(place: HTMLElement, bus: Bus): void {
  const list = document.createElement('ul');
  for (const name of ['Desk lamp', 'Kettle', 'Wool blanket']) {
    const button = document.createElement('button');
    button.textContent = `Add ${name}`;
    button.onclick = () => bus.emit(products.chosen, { name });
    list.append(document.createElement('li'));
    list.lastElementChild!.append(button);
  }
  const note = document.createElement('p');
  note.textContent = 'Nothing heard of a cart';
  place.replaceChildren(list, note);
  bus.on(cart.changed, ({ data }) => {
    const count = data.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    note.textContent = `The cart holds ${count}`;
  });
}
