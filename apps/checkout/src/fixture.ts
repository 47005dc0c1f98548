// Mounts checkout and its ledger alone and plays the rest of the page: what cart, profile and the shell would say.
import '../../shell/src/design/tokens.css';
import '../../shell/src/design/components.css';
import './fixture.css';
import { createBus } from '@busbar/core';
import { cart, checkout, type Line, profile, shell } from 'contracts';
import { registerApplication, start } from 'single-spa';
import * as ledger from './ledger.ts';
import * as application from './main.ts';

const bus = createBus({ source: 'fixture', contracts: [cart, checkout, profile, shell] });
const details = {
  name: 'Aoife Byrne',
  email: 'aoife@example.ie',
  street: '12 Fade Street',
  postcode: 'D02 X285',
  city: 'Dublin',
};
let lines: Line[] = [
  { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 },
  { sku: 'mug-02', name: 'Stoneware mug', price: 1_850, quantity: 2 },
];

const actions: Record<string, () => void> = {
  'Put a mug into the cart': () => change([...lines.filter(({ sku }) => sku !== 'mug-02'), mugs(quantityOf('mug-02') + 1)]),
  'Empty the cart': () => change([]),
  'Fill in the profile': () => bus.emit(profile.detailsChanged, details),
  'Make checkout slow': () => bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true }),
  'Make checkout fast': () => bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: false }),
};

function mugs(quantity: number): Line {
  return { sku: 'mug-02', name: 'Stoneware mug', price: 1_850, quantity };
}

function quantityOf(wanted: string): number {
  return lines.find(({ sku }) => sku === wanted)?.quantity ?? 0;
}

function change(next: Line[]): void {
  lines = next;
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  bus.emit(cart.changed, { lines, count, total: lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0) });
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
bus.on(checkout.orderPlaced, () => change([]), { replay: false });
bus.deadLetters.subscribe(({ event, reason }) => say(`${event.type} by ${event.source} was refused: ${reason}`));
change(lines);

registerApplication({ name: 'checkout-ledger', app: ledger, activeWhen: () => true });
registerApplication({ name: 'checkout', app: application, activeWhen: () => true });
start();
