import { ChangeDetectionStrategy, Component, InjectionToken, inject, PendingTasks, signal } from '@angular/core';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEmit, injectEvent, injectEventState } from './index.ts';

/** What a request asks for; loaded after a while, as from a database. */
export interface CartRequest {
  readonly count: number;
  loaded(): Promise<void>;
}

export const REQUEST = new InjectionToken<CartRequest>('request');

/** A page that loads its cart, says so, and shows what it heard; in the browser it begins with what it is told. */
@Component({
  selector: 'busbar-cart-page',
  template: '<output>{{ count() }} in the cart</output><p>{{ heard().join() }}</p>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CartPage {
  readonly heard = signal<readonly number[]>([]);
  readonly count = injectEventState(cart.changed, { initial: { count: 0, total: 0 }, select: ({ count }) => count });
  readonly #changed = injectEmit(cart.changed);

  constructor() {
    injectEvent(cart.changed, ({ data }) => this.heard.update((heard) => [...heard, data.count]));
    const request = inject(REQUEST, { optional: true });
    if (request) inject(PendingTasks).run(() => this.#load(request));
  }

  async #load({ count, loaded }: CartRequest): Promise<void> {
    await loaded();
    this.#changed({ count, total: 10 * count });
  }
}
