import type { Bus } from '@busbar/core';
import { cart } from 'contracts';
import { element } from '../dom/element.ts';

const wellFormed = { sku: 'mug-01', name: 'Dipped mug', price: 2_400, quantity: 1 };
const malformed = { sku: 42 };

/** Two buttons that play a script which knows nothing of Busbar: one says what the contract wants, one does not. */
export function plainEvents(bus: Bus, say: (text: string) => void): HTMLElement {
  bus.on(
    cart.itemAdded,
    ({ sequence, data }) => say(`The plain event was taken as event #${sequence}: ${data.name} is in the cart.`),
    {
      where: ({ source }) => source === 'window',
      replay: false,
    },
  );
  return element(
    'div',
    { class: 'switch-row' },
    element(
      'div',
      {},
      element('p', { class: 'switch-label' }, 'Plain script'),
      element('p', { class: 'muted' }, 'Dispatches cart:itemAdded on window, as code without Busbar would.'),
    ),
    element('div', { class: 'cluster' }, sender('Send malformed', malformed), sender('Send well-formed', wellFormed)),
  );
}

function sender(label: string, detail: unknown): HTMLButtonElement {
  const send = () => window.dispatchEvent(new CustomEvent('cart:itemAdded', { detail }));
  return element('button', { type: 'button', class: 'button button-small', onclick: send }, label);
}
