import { ChangeDetectionStrategy, Component, provideZoneChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { injectEmit, injectEvent, provideBus } from '@busbar/angular';
import { withSource } from '@busbar/angular/features';
import { createBus } from '@busbar/core';
import { cart } from './cart-events';

/** As applications were written before signals. */
@Component({
  selector: 'shop-cart',
  template: `
    <output>{{ count }} in the cart</output>
    <p>Last added: {{ last }}</p>
    <button type="button" (click)="add({ sku: 'desk' })">Add a desk</button>
  `,
  changeDetection: ChangeDetectionStrategy.Eager,
})
class Cart {
  protected count = 0;
  protected last = 'nothing';
  protected readonly add = injectEmit(cart.itemAdded);

  constructor() {
    injectEvent(cart.itemAdded, ({ data }) => {
      this.last = data.sku;
      this.count++;
    });
  }
}

/** Made by the page, outside of Angular's zone. */
const bus = createBus({ source: 'shop', contracts: [cart] });
bootstrapApplication(Cart, { providers: [provideZoneChangeDetection(), provideBus(bus, withSource('cart'))] });
