// Mounts the profile alone and plays the rest of the page: what checkout and the shell would say.
import '../../shell/src/design/tokens.css';
import '../../shell/src/design/components.css';
import './fixture.css';
import { createBus } from '@busbar/core';
import { checkout, type KeptOrder, type Line, type Order, profile, shell } from 'contracts';
import { registerApplication, start, triggerAppChange } from 'single-spa';
import * as application from './main.ts';

const bus = createBus({ source: 'fixture', contracts: [checkout, profile, shell] });
const lamp: Line = { sku: 'lamp-01', name: 'Desk lamp with a very long arm', price: 12_900, quantity: 1 };
const mug: Line = { sku: 'mug-02', name: 'Stoneware mug', price: 1_850, quantity: 2 };
let orders: KeptOrder[] = [
  { number: 'BB-1041', placedAt: '2026-09-03T09:12:00Z', lines: [lamp, mug], total: 16_600, status: 'confirmed' },
  {
    number: 'BB-1017',
    placedAt: '2026-03-21T18:40:00Z',
    lines: [mug],
    total: 3_700,
    status: 'cancelled',
    reason: 'out-of-stock',
  },
];
let mounted = true;

const actions: Record<string, () => void> = {
  'Submit an order': submitOrder,
  'Place it': () => finishOrder((order) => bus.emit(checkout.orderPlaced, order)),
  'Cancel it': () => finishOrder(({ number }) => bus.emit(checkout.orderCancelled, { number, reason: 'payment-declined' })),
  'Forget the orders': () => tell([]),
  'Make the profile throw': () => bus.emit(shell.faultSwitched, { fault: 'profile-throws', on: true }),
  'Mend the profile': () => bus.emit(shell.faultSwitched, { fault: 'profile-throws', on: false }),
  'Unmount or mount': () => {
    mounted = !mounted;
    triggerAppChange();
  },
};

let submitted: Order | undefined;
let count = 0;

function submitOrder(): void {
  submitted = {
    number: `BB-${1042 + count++}`,
    placedAt: new Date().toISOString(),
    lines: [lamp],
    total: lamp.price,
  };
  bus.emit(checkout.orderSubmitted, submitted);
}

function finishOrder(finish: (order: Order) => unknown): void {
  if (submitted) finish(submitted);
  submitted = undefined;
}

function tell(next: KeptOrder[]): void {
  orders = next;
  bus.emit(checkout.ordersChanged, { orders });
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
bus.deadLetters.subscribe(({ event, reason }) => say(`${event.type} by ${event.source} was not handled: ${reason}`));
tell(orders);

registerApplication({ name: 'profile', app: application, activeWhen: () => mounted });
start();
