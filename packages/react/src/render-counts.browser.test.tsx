import { type ReactElement, useRef } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { useEmit, useEvent, useEventState, useProjection, useSuspenseEventState } from './index.ts';
import { useDeadLetters } from './panel.ts';
import { Totals } from './totals.test.fixture.ts';

const totals = new Totals();

/** Every hook that could make a component render, each looking at something that does not change here. */
const hooks: Record<string, () => unknown> = {
  useEvent: () => useEvent('cart:*', () => {}),
  useEmit: () => useEmit(cart.changed),
  'useEventState of another event': () => useEventState(cart.itemRemoved),
  'useEventState with select': () => useEventState(cart.changed, { select: (state) => (state?.count ?? 0) < 1_000 }),
  'useEventState with compare': () => useEventState(cart.changed, { initial: { count: 0, total: 0 }, compare: () => true }),
  useSuspenseEventState: () => useSuspenseEventState(cart.settled),
  useProjection: () => useProjection(totals, ({ net }) => net),
  useDeadLetters: () => useDeadLetters(({ reason }) => reason === 'expired'),
};

test.each(Object.keys(hooks))('a hundred events that a component did not select render nothing: %s', async (name) => {
  const { bus, wrapper, settled } = openCartPage();
  let renders = 0;
  function Counted(): ReactElement {
    const useOne = useRef(hooks[name]!).current;
    useOne();
    renders++;
    return <p>{name}</p>;
  }
  bus.latest(cart.settled);
  bus.emit(cart.settled, null);
  await render(<Counted />, { wrapper });
  for (let count = 1; count <= 100; count++) {
    bus.emit(cart.changed, { count, total: count });
    bus.emit(cart.itemAdded, { sku: String(count) });
    expect(() => bus.emit(cart.itemAdded, { sku: count } as never)).toThrow();
    totals.set({ gross: count, net: 0 });
  }
  await settled();
  expect(renders).toBe(1);
});
