import { html, LitElement } from 'lit';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, put } from './cart-page.test.fixture.ts';
import { EventController } from './index.ts';

class Listener extends LitElement {
  heard: string[] = [];
  added = new EventController(this, cart.itemAdded, ({ data }) => this.heard.push(data.sku));
}

test('an element hears events while it is in the document', async () => {
  const { bus, root, listening, settled } = openCartPage();
  const element = put(root, Listener);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  element.remove();
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(element.heard).toEqual(['A-1']);
  expect(listening()).toEqual([]);
  root.append(element);
  bus.emit(cart.itemAdded, { sku: 'C-3' });
  await settled();
  expect(element.heard).toEqual(['A-1', 'C-3']);
});

test('an element that was removed is given nothing more, not even what was on its way', async () => {
  const { bus, root, settled } = openCartPage();
  const element = put(root, Listener);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  element.remove();
  await settled();
  expect(element.heard).toEqual([]);
});

test('a move within the document keeps the subscription, and what is on its way', async () => {
  const { bus, root, settled } = openCartPage();
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  const element = put(root, Listener);
  const before = ids();
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  root.append(document.createElement('div'), element);
  await settled();
  expect(element.heard).toEqual(['A-1']);
  expect(ids()).toEqual(before);
});

test('several contracts in a list, a pattern and `where` go to the bus', async () => {
  const { bus, root, settled } = openCartPage();
  const heard: string[] = [];
  class Several extends LitElement {
    list = new EventController(this, [cart.itemAdded, cart.itemRemoved], ({ type }) => heard.push(type));
    pattern = new EventController(this, 'cart:*', ({ type }) => heard.push(`* ${type}`), {
      where: ({ type }) => type === 'cart:itemRemoved',
    });
  }
  put(root, Several);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['cart:itemAdded', 'cart:itemRemoved', '* cart:itemRemoved']);
});

test('functions are asked again at each update of the host, and only what they answer anew begins anew', async () => {
  const { bus, root, listening, settled } = openCartPage();
  const ids = () => bus.metrics().subscriptions.map(({ id }) => id);
  class Changing extends LitElement {
    static override properties = { enabled: {}, removing: {}, other: {} };
    declare enabled: boolean;
    declare removing: boolean;
    declare other: number;
    heard: string[] = [];
    controller = new EventController(
      this,
      () => [this.removing ? cart.itemRemoved : cart.itemAdded],
      ({ type }) => this.heard.push(type),
      () => ({ enabled: this.enabled, where: () => this.other > 0 }),
    );
  }
  const element = put(root, Changing);
  const set = (next: Partial<Changing>) => Object.assign(element, next).updateComplete;
  await set({ enabled: true, other: 0 });
  const before = ids();
  await set({ other: 1 });
  expect(ids()).toEqual(before);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  await set({ removing: true });
  expect(listening()).toEqual(['cart:itemRemoved']);
  await set({ enabled: false });
  expect(listening()).toEqual([]);
  expect(element.heard).toEqual(['cart:itemAdded']);
});

test('a handler that throws goes to the bus, and its neighbours go on', async () => {
  const { bus, root, errors, settled } = openCartPage();
  class Failing extends LitElement {
    controller = new EventController(this, cart.itemAdded, () => {
      throw new Error('no room');
    });
  }
  put(root, Failing);
  const neighbour = put(root, Listener);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(neighbour.heard).toEqual(['A-1']);
  expect(errors.map(({ code }) => code)).toEqual(['handler-failed']);
});

test('an event that a host does not select updates nothing', async () => {
  const { bus, root, settled } = openCartPage();
  let renders = 0;
  class Counting extends LitElement {
    controller = new EventController(this, cart.itemAdded, () => {});
    override render() {
      renders += 1;
      return html`listening`;
    }
  }
  const element = put(root, Counting);
  await element.updateComplete;
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  await element.updateComplete;
  expect(renders).toBe(1);
});

test('a controller that comes after the connection of its host listens at once', () => {
  const { root, listening } = openCartPage();
  const element = put(root, Listener);
  element.remove();
  root.append(element);
  new EventController(element, 'cart:*', () => {});
  expect(listening().sort()).toEqual(['cart:*', 'cart:itemAdded']);
});

test('a subscription that the bus refuses rejects the update that asks for it, and ends the former', async () => {
  const { bus, root, listening } = openCartPage();
  class Changing extends LitElement {
    static override properties = { removing: {} };
    declare removing: boolean;
    controller = new EventController(
      this,
      () => (this.removing ? cart.itemRemoved : cart.itemAdded),
      () => {},
      { bus: bus.scope({ subscribe: ['cart:itemAdded'] }) },
    );
  }
  const element = put(root, Changing);
  await element.updateComplete;
  expect(listening()).toEqual(['cart:itemAdded']);
  element.removing = true;
  await expect(element.updateComplete).rejects.toThrow(expect.objectContaining({ code: 'forbidden' }));
  expect(listening()).toEqual([]);
});
