import { Component, computed, input } from '@angular/core';
import { cancelWords } from './cancel-words.ts';
import { formatDay } from './format-date.ts';
import { formatMoney } from './format-money.ts';
import type { BookedOrder } from './order-book.ts';

/** One order with its lines, and what has become of it. */
@Component({ selector: 'shop-order-card', templateUrl: './order-card.html', styleUrl: './order-card.css' })
export class OrderCard {
  readonly order = input.required<BookedOrder>();
  /** Shown for the first time on this visit, and placed since the page was loaded. */
  readonly isNew = input.required<boolean>();

  protected readonly day = computed(() => formatDay(this.order().placedAt));
  protected readonly reason = computed(() => {
    const { reason } = this.order();
    return reason && cancelWords[reason];
  });
  protected readonly formatMoney = formatMoney;
}
