import { html, LitElement } from 'lit';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, put } from './cart-page.test.fixture.ts';
import { ProjectionController } from './index.ts';

test('a readable is followed without any provider, and its host updates when its selection differs', async () => {
  const { bus, listening, settled } = openCartPage();
  let renders = 0;
  class Count extends LitElement {
    count = new ProjectionController(this, bus.latest(cart.changed), (state) => state?.count ?? 0);
    override render() {
      renders += 1;
      return html`${this.count.value}`;
    }
  }
  const element = put(document.body, Count);
  for (const total of [10, 20]) {
    bus.emit(cart.changed, { count: 1, total });
    await settled();
    await element.updateComplete;
  }
  expect(element.renderRoot.textContent).toBe('1');
  expect(renders).toBe(1);
  element.remove();
  await settled();
  expect(listening()).toEqual([]);
});
