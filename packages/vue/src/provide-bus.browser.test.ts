import { createBus, createHub } from '@busbar/core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-vue';
import { defineComponent, effectScope, h } from 'vue';
import { openCartPage } from './cart-page.test.fixture.ts';
import { provideBus, useBus } from './index.ts';

test('a composable without a bus says what is missing', () => {
  expect(() => effectScope().run(() => useBus())).toThrow('Busbar found no bus: app.use(createBusPlugin(bus))');
});

test('the nearest provided bus counts', async () => {
  const inner = createBus({ source: 'inner', hub: createHub() });
  const { global } = openCartPage();
  const Source = defineComponent(() => {
    const { source } = useBus();
    return () => h('output', source);
  });
  const Scope = defineComponent(() => {
    provideBus(inner);
    return () => h(Source);
  });
  const screen = await render(Scope, { global });
  await expect.element(screen.getByRole('status')).toHaveTextContent('inner');
});
