import { hydrateRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { BusProvider, useEventState } from './index.ts';

function Count({ initial }: { initial: { count: number; total: number } }) {
  return <output>{useEventState(cart.changed, { initial }).count}</output>;
}

test('hydration begins with what the server rendered, and goes on to what the page holds', async () => {
  const { bus } = openCartPage();
  bus.emit(cart.changed, { count: 2, total: 20 });
  const container = document.body.appendChild(document.createElement('main'));
  container.innerHTML = '<output>1</output>';
  const mismatches: unknown[] = [];
  const root = hydrateRoot(container, <BusProvider bus={bus} children={<Count initial={{ count: 1, total: 10 }} />} />, {
    onRecoverableError: (error) => mismatches.push(error),
  });
  onTestFinished(() => {
    root.unmount();
    container.remove();
  });
  await expect.poll(() => container.textContent).toBe('2');
  expect(mismatches).toEqual([]);
});
