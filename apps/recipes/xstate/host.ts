import { createBus } from '@busbar/core';
import { showHub } from '../page/show-hub.ts';
import { checkout, shop } from './events.ts';
import { showBooks } from './show-books.ts';
import { showProgress } from './show-progress.ts';
import { storedOrders } from './stored-orders.ts';

const bus = createBus({ source: 'shop' });
const reloadMidway = toggle('reload-midway');
let ordered = storedOrders().length;

for (const fault of ['payment-fails', 'stock-stalls', 'release-fails'] as const) {
  toggle(fault).addEventListener('change', ({ currentTarget }) => {
    bus.emit(shop.faultSwitched, { fault, on: (currentTarget as HTMLInputElement).checked });
  });
}

document.getElementById('submit')!.onclick = () => {
  // Another tab may have ordered meanwhile, and what was ordered here a moment ago may not be stored yet.
  ordered = Math.max(ordered, storedOrders().length) + 1;
  bus.emit(checkout.orderSubmitted, { number: `S-${ordered}`, total: 17_850 });
};

bus.on(checkout.orderProgressed, ({ data }) => {
  showProgress(document.getElementById('progress')!, data);
  if (reloadMidway.checked && data.course.at(-1) === 'Taking payment') location.reload();
});

bus.on(shop.booksChanged, ({ data }) => showBooks(document.getElementById('books')!, data));

showHub();

function toggle(id: string): HTMLInputElement {
  return document.getElementById(id) as HTMLInputElement;
}
