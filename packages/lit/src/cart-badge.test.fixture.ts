import type { Bus } from '@busbar/core';
import { html, LitElement } from 'lit';
import { cart } from './cart-contracts.test.fixture.ts';
import { EventController, EventStateController } from './index.ts';
import { DeadLettersController } from './panel.ts';

/** An element that is rendered on a server, which passes the request's own bus, and in a page, which provides one. */
export class CartBadge extends LitElement {
  static override properties = { bus: { attribute: false }, initial: { type: Number } };
  declare bus?: Bus;
  declare initial?: number;
  renders = 0;
  added: string[] = [];
  listening = new EventController(
    this,
    cart.itemAdded,
    ({ data }) => this.added.push(data.sku),
    () => ({ bus: this.bus }),
  );
  #count = new EventStateController(this, cart.changed, () => ({
    bus: this.bus,
    initial: { count: this.initial ?? 0, total: 0 },
    select: (state) => state.count,
  }));
  #letters = new DeadLettersController(this, undefined, () => ({ bus: this.bus }));

  override render() {
    this.renders += 1;
    return html`<output>${this.#count.value}</output><p>${this.#letters.value.map(({ reason }) => html`<b>${reason}</b>`)}</p>`;
  }
}

customElements.define('cart-badge', CartBadge);
