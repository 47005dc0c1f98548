import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, put } from './cart-page.test.fixture.ts';
import { createHost } from './element.ts';
import { EventController, EventStateController, emitter } from './index.ts';

class Badge extends HTMLElement {
  updates = 0;
  heard: string[] = [];
  host = createHost(this, () => this.#update());
  add = emitter(this.host, cart.itemAdded);
  added = new EventController(this.host, cart.itemAdded, ({ data }) => this.heard.push(data.sku));
  count = new EventStateController(this.host, cart.changed, { select: (state) => state?.count ?? 0 });

  connectedCallback(): void {
    this.host.connect();
  }

  disconnectedCallback(): void {
    this.host.disconnect();
  }

  #update(): void {
    this.updates += 1;
    this.textContent = `${this.count.value} pieces`;
  }
}

test('a plain element shows what is so, hears and emits', async () => {
  const { bus, root, settled } = openCartPage();
  bus.emit(cart.changed, { count: 1, total: 10 });
  const element = put(root, Badge);
  await element.host.updateComplete;
  expect([element.textContent, element.updates]).toEqual(['1 pieces', 1]);
  for (const count of [2, 3]) bus.emit(cart.changed, { count, total: 10 });
  element.add({ sku: 'A-1' });
  await settled();
  await element.host.updateComplete;
  expect([element.textContent, element.updates]).toEqual(['3 pieces', 2]);
  expect(element.heard).toEqual(['A-1']);
});

test('a plain element follows nothing while it is not in the document, and is up to date when it is back', async () => {
  const { bus, root, listening, settled } = openCartPage();
  const element = put(root, Badge);
  await element.host.updateComplete;
  element.remove();
  await settled();
  expect(listening()).toEqual([]);
  bus.emit(cart.changed, { count: 2, total: 20 });
  element.host.requestUpdate();
  await element.host.updateComplete;
  expect(element.textContent).toBe('0 pieces');
  root.append(element);
  await element.host.updateComplete;
  expect(element.textContent).toBe('2 pieces');
});

test('controllers of others take part, until they are removed', async () => {
  const { root } = openCartPage();
  const calls: string[] = [];
  const controller = {
    hostConnected: () => calls.push('connected'),
    hostUpdate: () => calls.push('update'),
    hostUpdated: () => calls.push('updated'),
    hostDisconnected: () => calls.push('disconnected'),
  };
  const element = put(root, Badge);
  element.host.addController(controller);
  await element.host.updateComplete;
  element.remove();
  element.host.removeController(controller);
  root.append(element);
  await element.host.updateComplete;
  expect(calls).toEqual(['connected', 'update', 'updated', 'disconnected']);
});

test('an update that fails rejects, and the next one is done', async () => {
  const { root } = openCartPage();
  const broken: string[] = ['broken'];
  class Fragile extends HTMLElement {
    host = createHost(this, () => {
      const message = broken.pop();
      if (message) throw new Error(message);
      this.textContent = 'well';
    });
    connectedCallback() {
      this.host.connect();
    }
  }
  const { host } = put(root, Fragile);
  await expect(host.updateComplete).rejects.toThrow('broken');
  host.requestUpdate();
  await expect(host.updateComplete).resolves.toBe(true);
  expect(host.element.textContent).toBe('well');
});
