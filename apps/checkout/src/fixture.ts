// Mounts checkout, its ledger and its saga alone and plays the rest of the page: what cart, profile, the services and the shell would say.
import '../../shell/src/design/tokens.css';
import '../../shell/src/design/components.css';
import './fixture.css';
import { createBus } from '@busbar/core';
import { reply } from '@busbar/patterns';
import { cart, checkout, type Line, orders, payment, profile, shell, stock } from 'contracts';
import { registerApplication, start } from 'single-spa';
import * as ledger from './ledger.ts';
import * as application from './main.ts';
import * as orderSaga from './order-saga/main.ts';

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

let declines = false;

const actions: Record<string, () => void> = {
  'Put a mug into the cart': () => change([...lines.filter(({ sku }) => sku !== 'mug-02'), mugs(quantityOf('mug-02') + 1)]),
  'Empty the cart': () => change([]),
  'Fill in the profile': () => bus.emit(profile.detailsChanged, details),
  'Make checkout slow': () => bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true }),
  'Make checkout fast': () => bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: false }),
  'Decline payments': () => {
    declines = true;
  },
  'Take payments': () => {
    declines = false;
  },
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

/** What the services take for an answer. */
const work = () => new Promise((done) => setTimeout(done, 700));
const now = () => new Date().toISOString();
reply(bus, stock.reservation, ({ number }) => work().then(() => ({ number, reservedAt: now() })));
reply(bus, stock.release, ({ number }) => work().then(() => ({ number, released: true })));
reply(bus, payment.capture, async ({ number, amount }) => {
  await work();
  if (declines) throw Object.assign(new Error('Declined'), { code: 'payment-declined' });
  return { number, amount, receipt: `R-${number}` };
});
reply(bus, payment.refund, ({ number }) => work().then(() => ({ number, amount: 0 })));
reply(bus, orders.confirmation, ({ number }) => work().then(() => ({ number, confirmedAt: now() })));
reply(bus, orders.withdrawal, ({ number }) => work().then(() => ({ number, withdrawn: true })));

registerApplication({ name: 'checkout/order-saga', app: orderSaga, activeWhen: () => true });
registerApplication({ name: 'checkout-ledger', app: ledger, activeWhen: () => true });
registerApplication({ name: 'checkout', app: application, activeWhen: () => true });
start();
