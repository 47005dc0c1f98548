import { createTestBus } from '@busbar/testing';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cart } from '../cart-page.test.fixture.tsx';
import { BusProvider, useEmit, useEventState } from '../index.ts';
import { cleanup as cleanupBuses, renderWithBus } from '../testing.tsx';

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };

// What Testing Library does by itself where `beforeAll` and `afterEach` are globals, as in Jest.
beforeEach(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = true;
});
afterEach(() => {
  cleanup();
  environment.IS_REACT_ACT_ENVIRONMENT = undefined;
});

function Badge() {
  const count = useEventState(cart.changed, { select: (state) => state?.count ?? 0 });
  const add = useEmit(cart.itemAdded);
  return (
    <button type="button" onClick={() => add({ sku: 'A-1' })}>
      {`${count} in the cart`}
    </button>
  );
}

test('Testing Library renders with a provider around, and finds what the bus was told, without a warning', async () => {
  using bus = createTestBus();
  render(<Badge />, { wrapper: ({ children }) => <BusProvider bus={bus}>{children}</BusProvider> });
  bus.emit(cart.changed, { count: 2, total: 20 });
  fireEvent.click(await screen.findByText('2 in the cart'));
  expect(bus.emitted(cart.itemAdded)).toHaveLength(1);
});

test('its queries look at what `renderWithBus` has put on the page, without a warning, and its own way is there again after', async () => {
  const { bus } = await renderWithBus(<Badge />);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await bus.flush();
  fireEvent.click(screen.getByText('2 in the cart'));
  expect(bus.emitted(cart.itemAdded)).toHaveLength(1);
  await cleanupBuses();
  expect(environment.IS_REACT_ACT_ENVIRONMENT).toBe(true);
});
