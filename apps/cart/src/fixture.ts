// Mounts the cart alone and plays the rest of the page: what products, checkout and plain scripts would say.
import '../../shell/src/design/tokens.css';
import '../../shell/src/design/components.css';
import './fixture.css';
import { createBus } from '@busbar/core';
import { cart, checkout, type Line, shell } from 'contracts';
import { registerApplication, start } from 'single-spa';
import * as application from './main.tsx';

const bus = createBus({ source: 'fixture', contracts: [cart, checkout, shell] });
const lamp: Line = { sku: 'lamp-01', name: 'Desk lamp with a very long arm', price: 12_900, quantity: 1 };
const mug: Line = { sku: 'mug-02', name: 'Stoneware mug', price: 1_850, quantity: 2 };

const actions: Record<string, () => void> = {
  'Add a lamp': () => bus.emit(cart.itemAdded, lamp),
  'Add mugs by a plain event': () => window.dispatchEvent(new CustomEvent('cart:itemAdded', { detail: mug })),
  'Add a rarity that has no price': () => bus.emit(cart.itemAdded, { sku: 'rarity', name: 'Rarity', price: 0, quantity: 1 }),
  'Offer the rarity': () => bus.emit(shell.offersChanged, { offers: [{ sku: 'rarity', name: 'Rarity', price: 99_900 }] }),
  'Send a malformed event': () => window.dispatchEvent(new CustomEvent('cart:itemAdded', { detail: { sku: '' } })),
  'Order the cart': orderTheCart,
};

function orderTheCart(): void {
  const now = bus.latest(cart.changed).get();
  if (!now?.count) return;
  const placedAt = new Date().toISOString();
  bus.emit(checkout.orderPlaced, { number: `F-${placedAt}`, placedAt, lines: [...now.lines], total: now.total });
}

function say(text: string): void {
  document.querySelector('#trail')?.prepend(Object.assign(document.createElement('li'), { textContent: text }));
}

for (const [label, run] of Object.entries(actions)) {
  const button = Object.assign(document.createElement('button'), { className: 'button', type: 'button', textContent: label });
  button.addEventListener('click', run);
  document.querySelector('#actions')?.append(button);
}
bus.on('**', ({ type, source, data }) => say(`${type} by ${source}: ${JSON.stringify(data)}`));
bus.deadLetters.subscribe(({ event, reason }) => say(`${event.type} by ${event.source} was refused: ${reason}`));

registerApplication({ name: 'cart', app: application, activeWhen: () => true });
start();
