import { createBus } from '@busbar/core/global';
import { sagaEvents } from '@busbar/patterns';
import { cart, checkout, notifications, orders, payment, profile, shell, stock } from 'contracts';

const requests = [stock, payment, orders].flatMap((group) => Object.values(group));

/** The shell's handle to the page's hub. Knows every contract of the shop, so plain events are checked from the start. */
export const bus = createBus({
  source: 'shell',
  contracts: [cart, checkout, notifications, profile, shell, sagaEvents, ...requests],
});
