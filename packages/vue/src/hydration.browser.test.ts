import { expect, onTestFinished, test } from 'vitest';
import { createSSRApp, defineComponent, h } from 'vue';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { createBusPlugin, useEventState } from './index.ts';

const Count = defineComponent(() => {
  const state = useEventState(cart.changed, { initial: { count: 1, total: 10 } });
  return () => h('output', state.value.count);
});

test('hydration begins with what the server rendered, and goes on to what the page holds', async () => {
  const { bus } = openCartPage();
  bus.emit(cart.changed, { count: 2, total: 20 });
  const container = document.body.appendChild(document.createElement('main'));
  container.innerHTML = '<output>1</output>';
  const rendered = container.firstElementChild;
  const warnings: string[] = [];
  const app = createSSRApp(Count).use(createBusPlugin(bus));
  app.config.warnHandler = (warning) => warnings.push(warning);
  onTestFinished(() => {
    app.unmount();
    container.remove();
  });
  app.mount(container);
  await expect.poll(() => container.textContent).toBe('2');
  expect(container.firstElementChild).toBe(rendered);
  expect(warnings).toEqual([]);
});
