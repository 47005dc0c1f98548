import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { injectProjection } from '@busbar/angular';
import { ANNOUNCED_ORDERS } from './announced-orders.ts';
import { formatClock } from './format-date.ts';
import { injectFault } from './inject-fault.ts';
import { injectProjected } from './inject-projected.ts';
import { orderBook } from './order-book.ts';
import { OrderCard } from './order-card.ts';

/** All orders of this browser, newest first, and which of them were not shown on an earlier visit. In trouble it shows what it last knew. */
@Component({
  selector: 'shop-order-history',
  imports: [OrderCard],
  templateUrl: './order-history.html',
  styleUrl: './order-history.css',
})
export class OrderHistory {
  private readonly fault = injectFault();
  private readonly book = injectProjected(orderBook((what) => this.failIfTroubled(what)));
  private readonly troubled = injectProjection(this.fault);
  private readonly heardAt = injectProjection(this.book, ({ heardAt }) => heardAt);
  protected readonly orders = injectProjection(this.book, ({ orders }) => orders);
  protected readonly placed = signal<readonly string[]>([]);

  protected readonly trouble = computed(() => {
    if (!this.troubled()) return '';
    const heardAt = this.heardAt();
    const known = heardAt === undefined ? '' : `, so this is what it last knew, at ${formatClock(heardAt)}`;
    return `Profile is having trouble${known}. The rest of the shop goes on.`;
  });

  constructor() {
    this.announceFreshOrders();
    this.catchUpAfterTrouble();
  }

  private announceFreshOrders(): void {
    const announced = inject(ANNOUNCED_ORDERS);
    effect(() => {
      const fresh = this.orders()?.filter(({ number, isFresh }) => isFresh && !announced.has(number)) ?? [];
      for (const { number } of fresh) announced.add(number);
      if (fresh.length > 0) this.placed.update((numbers) => [...numbers, ...fresh.map(({ number }) => number)]);
    });
  }

  /** What the folds refused meanwhile, they take from what the bus retains. */
  private catchUpAfterTrouble(): void {
    let wasTroubled = untracked(this.troubled);
    effect(() => {
      if (wasTroubled && !this.troubled()) void this.book.rebuild();
      wasTroubled = this.troubled();
    });
  }

  /** The switch in the shop's panel is there to show that nobody else is hurt. */
  private failIfTroubled(what: string): void {
    if (this.fault.get()) throw new Error(`Profile cannot take in ${what}: its fault is switched on`);
  }
}
