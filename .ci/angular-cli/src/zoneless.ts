import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { injectEmit, injectEvent, injectEventState, provideBus } from '@busbar/angular';
import { withContracts } from '@busbar/angular/features';
import { createBus } from '@busbar/core';
import { cart } from './cart-events';

@Component({ selector: 'shop-cart', templateUrl: './zoneless.html', changeDetection: ChangeDetectionStrategy.OnPush })
class Cart {
  protected readonly last = signal('nothing');
  protected readonly add = injectEmit(cart.itemAdded);
  protected readonly count = injectEventState(cart.changed, { initial: { count: 0 }, select: ({ count }) => count });
  private readonly changed = injectEmit(cart.changed);

  constructor() {
    injectEvent(cart.itemAdded, ({ data }) => {
      this.last.set(data.sku);
      this.changed({ count: this.count() + 1 });
    });
  }
}

bootstrapApplication(Cart, { providers: [provideBus(() => createBus({ source: 'cart' }), withContracts(cart))] });
