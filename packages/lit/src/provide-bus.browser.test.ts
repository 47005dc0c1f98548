import { LitElement } from 'lit';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, put } from './cart-page.test.fixture.ts';
import { busOf, EventStateController, emitter } from './index.ts';
import { provideBus } from './provider.ts';

class Badge extends LitElement {
  bus = busOf(this);
  add = emitter(this, cart.itemAdded);
  count = new EventStateController(this, cart.changed, { select: (state) => state?.count ?? 0 });
}

test('the nearest provider counts, however deep and through shadow roots', () => {
  const [outer, inner] = [openCartPage(), openCartPage()];
  outer.root.append(inner.root);
  const shadow = put(inner.root, class extends HTMLElement {}).attachShadow({ mode: 'closed' });
  const deep = put(shadow, class extends HTMLElement {}).attachShadow({ mode: 'open' });
  expect(put(outer.root, Badge).bus()).toBe(outer.bus);
  expect(put(deep, Badge).bus()).toBe(inner.bus);
});

test('a provider that comes after its elements is found', () => {
  const { bus, root, endProviding, listening } = openCartPage();
  bus.emit(cart.changed, { count: 2, total: 20 });
  endProviding();
  const element = put(root, Badge);
  expect(element.count.value).toBe(0);
  expect(element.bus).toThrow('No bus: provideBus() above, or pass { bus }.');
  provideBus(root, bus);
  expect(element.count.value).toBe(2);
  expect(listening()).toEqual(['cart:changed']);
});

test('a nearer provider that comes later takes over what is below it', () => {
  const [outer, inner] = [openCartPage(), openCartPage()];
  inner.endProviding();
  outer.root.append(inner.root);
  const [above, below] = [put(outer.root, Badge), put(inner.root, Badge)];
  expect(outer.listening()).toHaveLength(2);
  provideBus(inner.root, inner.bus);
  expect(above.bus()).toBe(outer.bus);
  expect(below.bus()).toBe(inner.bus);
  expect(outer.listening()).toHaveLength(1);
  expect(inner.listening()).toHaveLength(1);
});

test('what is below a provider that ends goes to the next one above, or waits for another', () => {
  const [outer, inner] = [openCartPage(), openCartPage()];
  outer.root.append(inner.root);
  const element = put(inner.root, Badge);
  inner.endProviding();
  expect(element.bus()).toBe(outer.bus);
  expect(inner.listening()).toEqual([]);
  outer.endProviding();
  expect(outer.listening()).toEqual([]);
  expect(element.bus).toThrow('No bus');
  provideBus(document, inner.bus);
  expect(element.bus()).toBe(inner.bus);
});

test('an element that is moved to another provider follows that, and leaves the former', async () => {
  const [one, other] = [openCartPage(), openCartPage()];
  one.bus.emit(cart.changed, { count: 1, total: 10 });
  other.bus.emit(cart.changed, { count: 2, total: 20 });
  const element = put(one.root, Badge);
  expect(element.count.value).toBe(1);
  other.root.append(element);
  expect(element.count.value).toBe(2);
  one.endProviding();
  expect(element.bus()).toBe(other.bus);
  expect([one.listening(), other.listening()]).toEqual([[], ['cart:changed']]);
});

test('an element emits on the bus it was given last, also when it was removed', () => {
  const { bus, root } = openCartPage();
  const emitted: string[] = [];
  bus.on(cart.itemAdded, ({ data }) => emitted.push(data.sku), { delivery: 'sync' });
  const element = put(root, Badge);
  const { add } = element;
  add({ sku: 'A-1' });
  element.remove();
  expect(add({ sku: 'B-2' }, { subject: 'B-2' })).toMatchObject({ type: 'cart:itemAdded', source: 'test', subject: 'B-2' });
  expect(emitted).toEqual(['A-1', 'B-2']);
});

test('an element does not provide to itself: its own controllers look above it', () => {
  const { bus, root } = openCartPage();
  class Scope extends LitElement {
    bus = busOf(this);
    override connectedCallback() {
      super.connectedCallback();
      provideBus(this, this.bus().scope({ source: 'inner' }));
    }
  }
  const element = put(root, Scope);
  expect(element.bus()).toBe(bus);
  expect(put(element, Badge).bus().source).toBe('inner');
});
