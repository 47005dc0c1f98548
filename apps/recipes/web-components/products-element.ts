import { mount } from '../micro-frontends/products.ts';

class ProductsElement extends HTMLElement {
  #unmount?: () => void;

  connectedCallback(): void {
    this.#unmount = mount(this);
  }

  disconnectedCallback(): void {
    this.#unmount?.();
  }
}

customElements.define('recipe-products', ProductsElement);
