import type { Bus } from '@busbar/core';
import { cart } from 'contracts';
import { element } from '../dom/element.ts';
import { part } from '../dom/part.ts';
import { describeTotal } from './describe-total.ts';

const bag =
  '<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"><path d="M3.500 6.500h13l-.9 11H4.400z"/><path d="M7 8.500V5.200a3 3 0 0 1 6 0v3.300" stroke-linecap="round"/></svg>';

/** Keeps the header's cart button saying what is in the cart, which the cart publishes and the bus retains. */
export function startCartButton(bus: Bus): void {
  const button = part('cart-button', HTMLButtonElement);
  const count = element('span', { class: 'cart-button-count' });
  const total = element('span', { class: 'cart-button-total' });
  const words = element('span', { class: 'visually-hidden' });
  button.innerHTML = bag;
  button.prepend(words);
  button.append(count, total);

  const state = bus.latest(cart.changed);
  const show = (): void => {
    const content = state.get() ?? { lines: [], count: 0, total: 0 };
    words.textContent = 'Cart, items:';
    count.textContent = String(content.count);
    total.textContent = describeTotal(content);
  };
  state.subscribe(show);
  show();
}
