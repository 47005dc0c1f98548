import { mount } from '../micro-frontends/cart.ts';

class CartElement extends HTMLElement {
  #unmount?: () => void;

  connectedCallback(): void {
    this.#unmount = mount(this);
  }

  disconnectedCallback(): void {
    this.#unmount?.();
  }
}

customElements.define('recipe-cart', CartElement);
