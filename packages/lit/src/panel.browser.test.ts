import { html, LitElement } from 'lit';
import { expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, put } from './cart-page.test.fixture.ts';
import { DeadLettersController, MetricsController } from './panel.ts';

class Panel extends LitElement {
  renders = 0;
  invalid = new DeadLettersController(this, ({ reason }) => reason === 'invalid');
  override render() {
    this.renders += 1;
    return this.invalid.value.map(({ reason }) => html`<p>${reason}</p>`);
  }
}

test('dead letters that the filter answers `true` for are shown as they come and go', async () => {
  const { bus, root, settled } = openCartPage();
  const element = put(root, Panel);
  // @ts-expect-error a number is no sku
  expect(() => bus.emit(cart.itemAdded, { sku: 1 })).toThrow();
  await settled();
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('invalid');
  bus.deadLetters.discard(() => true);
  await settled();
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('');
});

test('a letter that the filter declines renders nothing', async () => {
  const { bus, root, settled } = openCartPage();
  const element = put(root, Panel);
  await element.updateComplete;
  const mute = bus.scope({ publish: [] });
  expect(() => mute.emit(cart.itemAdded, { sku: 'A-1' })).toThrow();
  await settled();
  await element.updateComplete;
  expect(bus.deadLetters.list()).toHaveLength(1);
  expect(element.renders).toBe(1);
});

test('metrics are there at once, and anew after each period, until the element is gone', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { bus, root, settled } = openCartPage();
  class Figures extends LitElement {
    metrics = new MetricsController(this, 500);
    override render() {
      return html`${this.metrics.value?.emitted}`;
    }
  }
  const element = put(root, Figures);
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('0');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  vi.advanceTimersByTime(500);
  await element.updateComplete;
  expect(element.renderRoot.textContent).toBe('1');
  element.remove();
  await settled();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
