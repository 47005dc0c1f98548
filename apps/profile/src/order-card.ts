import { Component, computed, input } from '@angular/core';
import type { Order } from 'contracts';
import { formatDay } from './format-date.ts';
import { formatMoney } from './format-money.ts';

/** One order with its lines. */
@Component({ selector: 'shop-order-card', templateUrl: './order-card.html', styleUrl: './order-card.css' })
export class OrderCard {
  readonly order = input.required<Order>();
  /** Shown for the first time on this visit, and placed since the page was loaded. */
  readonly isNew = input.required<boolean>();

  protected readonly day = computed(() => formatDay(this.order().placedAt));
  protected readonly formatMoney = formatMoney;
}
