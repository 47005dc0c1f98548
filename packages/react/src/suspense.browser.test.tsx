import { Suspense, use } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { useEvent, useEventState } from './index.ts';

test('a component that a fallback covers goes on hearing, and is not given retained events again', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const heard: number[] = [];
  let finish = (_text: string): void => {};
  const slow = new Promise<string>((resolve) => {
    finish = resolve;
  });
  function Count() {
    useEvent(cart.changed, ({ data }) => heard.push(data.count));
    return <output>{useEventState(cart.changed)?.count}</output>;
  }
  const Slow = ({ text }: { text?: Promise<string> }) => <p>{text ? use(text) : 'fast'}</p>;
  const page = (text?: Promise<string>) => (
    <Suspense fallback={<p>Loading</p>} children={[<Count key="1" />, <Slow key="2" text={text} />]} />
  );
  bus.emit(cart.changed, { count: 1, total: 10 });
  const screen = await render(page(), { wrapper });
  await screen.rerender(page(slow));
  await expect.element(screen.getByText('Loading')).toBeVisible();
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  expect(heard).toEqual([1, 2]);
  finish('slow');
  await expect.element(screen.getByText('slow')).toBeVisible();
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
  await settled();
  expect(heard).toEqual([1, 2]);
});
