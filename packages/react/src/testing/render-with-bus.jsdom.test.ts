// @vitest-environment jsdom
import { createElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { cart } from '../cart-page.test.fixture.tsx';
import { useEvent, useEventState } from '../index.ts';
import { cleanup, renderWithBus } from '../testing.tsx';

afterEach(cleanup);

function Badge({ heard = [] }: { heard?: string[] }) {
  const count = useEventState(cart.changed, { select: (state) => state?.count ?? 0 });
  useEvent(cart.itemAdded, ({ data }) => void setTimeout(() => heard.push(data.sku), 60_000));
  return createElement('output', {}, count);
}

test('virtual time passes in jsdom, too', async () => {
  const heard: string[] = [];
  const { bus, container } = await renderWithBus(createElement(Badge, { heard }), { time: 'virtual' });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  bus.emit(cart.changed, { count: 2, total: 20 });
  await bus.advance(60_000);
  expect(heard).toEqual(['A-1']);
  expect(container.textContent).toBe('2');
});

test('the page shows in jsdom what was emitted, once the bus is flushed', async () => {
  const { bus, container, unmount } = await renderWithBus(createElement(Badge));
  bus.emit(cart.changed, { count: 2, total: 20 });
  await bus.flush();
  expect(container.textContent).toBe('2');
  await unmount();
});
