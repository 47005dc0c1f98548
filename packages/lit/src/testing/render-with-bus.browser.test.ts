import { createBus, createHub } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { html, LitElement, render } from 'lit';
import { expect, test } from 'vitest';
import { cart } from '../cart-contracts.test.fixture.ts';
import { createHost } from '../element.ts';
import { EventController, EventStateController, emitter } from '../index.ts';
import { cleanup, renderWithBus } from '../testing.ts';

class TestedBadge extends LitElement {
  static override properties = { unit: {} };
  declare unit?: string;
  #count = new EventStateController(this, cart.changed, { select: (state) => state?.count ?? 0 });
  #add = emitter(this, cart.itemAdded);
  override render() {
    return html`<button @click=${() => this.#add({ sku: 'A-1' })}>${this.#count.value} ${this.unit ?? 'pieces'}</button>`;
  }
}

class PlainBadge extends HTMLElement {
  #host = createHost(this, () => {
    this.textContent = `plain ${this.#count.value}`;
  });
  #count = new EventStateController(this.#host, cart.changed, { select: (state) => state?.count ?? 0 });
  connectedCallback() {
    this.#host.connect();
  }
  disconnectedCallback() {
    this.#host.disconnect();
  }
}

customElements.define('tested-badge', TestedBadge);
customElements.define('plain-badge', PlainBadge);

const badge = (container: HTMLElement) => container.querySelector('tested-badge')!.shadowRoot!.querySelector('button')!;

test('elements have rendered and listen once `renderWithBus` resolves', async () => {
  const { bus, container } = await renderWithBus('<tested-badge></tested-badge><plain-badge></plain-badge>');
  expect(badge(container).textContent).toBe('0 pieces');
  expect(container.textContent).toBe('plain 0');
  expect(bus.metrics().subscriptions.map(({ target }) => target)).toEqual(['cart:changed', 'cart:changed']);
  cleanup();
});

test('the page shows what was emitted once the bus is flushed, and the bus tells what the page emitted', async () => {
  const template = html`<tested-badge .unit=${'things'}></tested-badge>`;
  const { bus, container } = await renderWithBus((container) => render(template, container), { contracts: [cart] });
  bus.emit('cart:changed', { count: 2, total: 20 });
  await bus.flush();
  expect(badge(container).textContent).toBe('2 things');
  badge(container).click();
  expect(bus.emitted(cart.itemAdded).map(({ data }) => data)).toEqual([{ sku: 'A-1' }]);
  cleanup();
});

test('`unmount` ends subscriptions and leaves the bus to be asked, until `cleanup`', async () => {
  const { bus, container, unmount } = await renderWithBus(document.createElement('tested-badge'));
  unmount();
  await bus.flush();
  expect(document.body.contains(container)).toBe(false);
  expect(bus.metrics().subscriptions).toEqual([]);
  expect(bus.disposed).toBe(false);
  cleanup();
  expect(bus.disposed).toBe(true);
});

test('a bus that was given is provided, and left to whoever made it', async () => {
  const given = createBus({ source: 'mine', hub: createHub() });
  const { bus, container } = await renderWithBus('<tested-badge></tested-badge>', { bus: given });
  expect(bus).toBe(given);
  cleanup();
  expect(document.body.contains(container)).toBe(false);
  expect(given.disposed).toBe(false);
});

test('virtual time passes for elements, too', async () => {
  using bus = createTestBus({ time: 'virtual' });
  const heard: string[] = [];
  class Slow extends LitElement {
    slow = new EventController(this, cart.itemAdded, ({ data }) => void setTimeout(() => heard.push(data.sku), 60_000));
  }
  customElements.define('slow-listener', Slow);
  await renderWithBus('<slow-listener></slow-listener>', { bus });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await bus.advance(59_999);
  expect(heard).toEqual([]);
  await bus.advance(1);
  expect(heard).toEqual(['A-1']);
  cleanup();
});
