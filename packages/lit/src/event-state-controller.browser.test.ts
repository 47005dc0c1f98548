import { html, LitElement } from 'lit';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, put } from './cart-page.test.fixture.ts';
import { EventStateController } from './index.ts';

class Badge extends LitElement {
  renders = 0;
  count = new EventStateController(this, cart.changed, {
    initial: { count: 0, total: 0 },
    select: (state) => state.count,
  });
  override render() {
    this.renders += 1;
    return html`<output>${this.count.value}</output>`;
  }
}

test('state is `initial` before the first event, then what is selected of the newest payload', async () => {
  const { bus, root, settled } = openCartPage();
  const element = put(root, Badge);
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('0');
  for (const count of [1, 2, 3]) bus.emit(cart.changed, { count, total: 10 });
  await settled();
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('3');
  expect(element.renders).toBe(2);
});

test('an element that comes late renders what was emitted before, once', async () => {
  const { bus, root, settled } = openCartPage();
  bus.emit(cart.changed, { count: 3, total: 30 });
  const element = put(root, Badge);
  await settled();
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('3');
  expect(element.renders).toBe(1);
});

test('an event that changes nothing selected renders nothing', async () => {
  const { bus, root, settled } = openCartPage();
  const element = put(root, Badge);
  await element.updateComplete;
  bus.emit(cart.changed, { count: 0, total: 5 });
  await settled();
  await element.updateComplete;
  expect(element.renders).toBe(1);
});

test('what was emitted while an element was away is there when it is back', async () => {
  const { bus, root, settled, listening } = openCartPage();
  const element = put(root, Badge);
  await element.updateComplete;
  element.remove();
  await settled();
  expect(listening()).toEqual([]);
  bus.emit(cart.changed, { count: 2, total: 20 });
  root.append(element);
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('2');
});

test('without a provider above, a bus that is passed is read, and no subscription begins before the connection', async () => {
  const { bus, listening, settled } = openCartPage();
  bus.emit(cart.changed, { count: 2, total: 20 });
  class Explicit extends LitElement {
    count = new EventStateController(this, cart.changed, { bus, select: (state) => state?.count });
  }
  customElements.define('explicit-bus', Explicit);
  const element = new Explicit();
  expect(element.count.value).toBe(2);
  expect(listening()).toEqual([]);
  document.body.append(element);
  expect(listening()).toEqual(['cart:changed']);
  element.remove();
  await settled();
  expect(listening()).toEqual([]);
});

test('another contract is another state, and `compare` keeps a selection that it finds equal', async () => {
  const { bus, root, settled } = openCartPage();
  class Either extends LitElement {
    static override properties = { adding: {} };
    declare adding: boolean;
    state = new EventStateController(
      this,
      () => (this.adding ? cart.itemAdded : cart.changed),
      () => ({
        select: (state) => Object.keys(state ?? {}),
        compare: (one: string[], other: string[]) => one.join() === other.join(),
      }),
    );
  }
  const element = put(root, Either);
  bus.emit(cart.changed, { count: 1, total: 10 });
  const fields = element.state.value;
  expect(fields).toEqual(['count', 'total']);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  expect(element.state.value).toBe(fields);
  element.adding = true;
  await element.updateComplete;
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  expect(element.state.value).toEqual(['sku']);
});

test('a `select` that throws goes to the bus and to who reads the value, and the next event is shown', async () => {
  const { bus, root, errors, settled } = openCartPage();
  class Fragile extends LitElement {
    count = new EventStateController(this, cart.changed, {
      select(state) {
        if (state?.count === 1) throw new Error('bad select');
        return state?.count ?? 0;
      },
    });
    override render() {
      return html`${this.count.value}`;
    }
  }
  const element = put(root, Fragile);
  await element.updateComplete;
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  expect(errors.map(({ code }) => code)).toEqual(['handler-failed']);
  expect(() => element.count.value).toThrow('bad select');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('2');
});

test('a `select` that throws for what was emitted before throws to who reads the value, and leaves nothing behind', async () => {
  const { bus, root, errors, listening, settled } = openCartPage();
  class Fragile extends LitElement {
    count = new EventStateController(this, cart.changed, {
      select(state) {
        if (state?.count === 1) throw new Error('bad select');
        return state?.count ?? 0;
      },
    });
    override render() {
      try {
        return html`${this.count.value}`;
      } catch (error) {
        return html`${(error as Error).message}`;
      }
    }
  }
  bus.emit(cart.changed, { count: 1, total: 10 });
  const element = put(root, Fragile);
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('bad select');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('2');
  element.remove();
  await settled();
  expect(listening()).toEqual([]);
  expect(errors).toEqual([]);
});
