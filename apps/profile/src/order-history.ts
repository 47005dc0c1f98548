import { Component, computed, inject, signal } from '@angular/core';
import { injectEvent, injectEventState } from '@busbar/angular';
import { checkout, type Order } from 'contracts';
import { ANNOUNCED_ORDERS } from './announced-orders.ts';
import { formatClock } from './format-date.ts';
import { injectFault } from './inject-fault.ts';
import { OrderCard } from './order-card.ts';

/** All orders of this browser, newest first, and which of them were not shown on an earlier visit. In trouble it shows what it last knew. */
@Component({
  selector: 'shop-order-history',
  imports: [OrderCard],
  templateUrl: './order-history.html',
  styleUrl: './order-history.css',
})
export class OrderHistory {
  private readonly troubled = injectFault();
  private readonly newest = injectEventState(checkout.ordersChanged, { select: ({ orders }) => orders });
  private readonly lastKnown = signal<{ readonly orders: readonly Order[]; readonly at: string } | undefined>(undefined);
  protected readonly placed = signal<readonly string[]>([]);

  protected readonly orders = computed(() => (this.troubled() ? this.lastKnown()?.orders : this.newest()));
  protected readonly trouble = computed(() => {
    if (!this.troubled()) return '';
    const known = this.lastKnown();
    return `Profile is having trouble${known ? `, so this is what it last knew, at ${known.at}` : ''}. The rest of the shop goes on.`;
  });

  constructor() {
    const announced = inject(ANNOUNCED_ORDERS);
    injectEvent(checkout.orderPlaced, ({ data }) => {
      this.failIfTroubled(`order ${data.number}`);
      if (announced.has(data.number)) return;
      announced.add(data.number);
      this.placed.update((numbers) => [...numbers, data.number]);
    });
    injectEvent(checkout.ordersChanged, ({ data, time }) => {
      this.failIfTroubled('the list of orders');
      this.lastKnown.set({ orders: data.orders, at: formatClock(time) });
    });
  }

  /** The switch in the shop's panel is there to show that nobody else is hurt. */
  private failIfTroubled(what: string): void {
    if (this.troubled()) throw new Error(`Profile cannot take in ${what}: its fault is switched on`);
  }
}
