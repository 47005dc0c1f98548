import { Activity, memo } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { useEvent, useEventState } from './index.ts';

test('a hidden <Activity> hears nothing; shown, it hears what was retained, with the handler of now', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: string[] = [];
  function Listener({ name }: { name: string }) {
    useEvent(cart.changed, ({ data }) => heard.push(`${name} ${data.count}`));
    return null;
  }
  const page = (mode: 'hidden' | 'visible', name: string) => <Activity mode={mode} children={<Listener name={name} />} />;
  const { rerender, unmount } = await render(page('hidden', 'first'), { wrapper });
  expect(listening()).toEqual([]);
  await rerender(page('visible', 'second'));
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  await rerender(page('hidden', 'third'));
  expect(listening()).toEqual([]);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await rerender(page('visible', 'fourth'));
  await settled();
  expect(heard).toEqual(['second 1', 'fourth 2']);
  await unmount();
  expect(listening()).toEqual([]);
});

test('state in a hidden <Activity> is that of now when it is shown, though no prop changed', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const Count = memo(() => <output>{useEventState(cart.changed)?.count ?? 'none'}</output>);
  const child = <Count />;
  const page = (mode: 'hidden' | 'visible') => <Activity mode={mode}>{child}</Activity>;
  const screen = await render(page('visible'), { wrapper });
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
  await screen.rerender(page('hidden'));
  expect(listening()).toEqual([]);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  await screen.rerender(page('visible'));
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
});
