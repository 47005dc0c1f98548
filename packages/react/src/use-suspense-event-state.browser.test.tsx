import { type ReactElement, type ReactNode, Suspense, startTransition, useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { ErrorBoundary } from './error-boundary.test.fixture.tsx';
import { useSuspenseEventState } from './index.ts';

function Count(): ReactElement {
  return <output>{useSuspenseEventState(cart.changed, { select: ({ count }) => count })}</output>;
}

function Sku({ contract }: { contract: typeof cart.itemAdded | typeof cart.itemRemoved }): ReactElement {
  return <output>{useSuspenseEventState(contract).sku}</output>;
}

const waiting = (children: ReactNode) => <Suspense fallback={<p>Waiting</p>}>{children}</Suspense>;

test('a component suspends until the first payload, then shows the newest', async () => {
  const { bus, wrapper } = openCartPage();
  const screen = await render(waiting(<Count />), { wrapper });
  await expect.element(screen.getByText('Waiting')).toBeVisible();
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
});

test('a component does not suspend where the payload is there already', async () => {
  const { bus, wrapper } = openCartPage();
  bus.emit(cart.changed, { count: 1, total: 10 });
  const fallbacks: string[] = [];
  const Fallback = () => {
    fallbacks.push('rendered');
    return null;
  };
  const screen = await render(<Suspense fallback={<Fallback />} children={<Count />} />, { wrapper });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
  expect(fallbacks).toEqual([]);
});

test('a contract that retains nothing is waited for, too', async () => {
  const { bus, wrapper } = openCartPage();
  const screen = await render(waiting(<Sku contract={cart.itemAdded} />), { wrapper });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await expect.element(screen.getByRole('status')).toHaveTextContent('A-1');
});

test('many who wait share one subscription, and none is left when they have gone', async () => {
  const { bus, wrapper, listening } = openCartPage();
  const many = Array.from({ length: 10 }, (_, index) => <Count key={index} />);
  const screen = await render(waiting(many), { wrapper });
  expect(listening()).toEqual(['cart:changed']);
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.poll(() => screen.container.querySelectorAll('output').length).toBe(10);
  await screen.unmount();
  expect(listening()).toEqual([]);
});

test('in a transition the page stays as it is until the payload comes', async () => {
  const { bus, wrapper } = openCartPage();
  let remove = (): void => {};
  function Page() {
    const [contract, setContract] = useState<typeof cart.itemAdded | typeof cart.itemRemoved>(cart.itemAdded);
    remove = () => startTransition(() => setContract(cart.itemRemoved));
    return waiting(<Sku contract={contract} />);
  }
  const screen = await render(<Page />, { wrapper });
  bus.emit(cart.itemAdded, { sku: 'added' });
  await expect.element(screen.getByRole('status')).toHaveTextContent('added');
  remove();
  await expect.poll(() => bus.metrics().subscriptions.map(({ target }) => target)).toContain('cart:itemRemoved');
  expect(screen.container.textContent).toBe('added');
  bus.emit(cart.itemRemoved, { sku: 'removed' });
  await expect.element(screen.getByRole('status')).toHaveTextContent('removed');
});

test('an event that changes nothing selected renders nothing', async () => {
  const { bus, wrapper, settled } = openCartPage();
  let renders = 0;
  function Counted() {
    renders++;
    return <Count />;
  }
  bus.emit(cart.changed, { count: 1, total: 10 });
  await render(waiting(<Counted />), { wrapper });
  bus.emit(cart.changed, { count: 1, total: 20 });
  await settled();
  expect(renders).toBe(1);
});

test('a payload that has expired is waited for anew at the next render', async () => {
  const { bus, wrapper } = openCartPage();
  const screen = await render(waiting(<Count />), { wrapper });
  bus.emit(cart.changed, { count: 1, total: 10 }, { ttl: 20 });
  await expect.poll(() => bus.latest(cart.changed).get()).toBeUndefined();
  await screen.rerender(waiting(<Count key="another" />));
  await expect.element(screen.getByText('Waiting')).toBeVisible();
});

test('on a bus that was disposed, waiting ends in the error boundary', async () => {
  const { bus, wrapper } = openCartPage();
  const caught: unknown[] = [];
  bus.dispose();
  const screen = await render(<ErrorBoundary children={waiting(<Count />)} />, {
    wrapper,
    createRootOptions: { onCaughtError: (error) => caught.push(error) },
  });
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/after it was disposed/);
  expect(caught).toMatchObject([{ code: 'disposed' }]);
});
