import { createBus, createHub } from '@busbar/core';
import { expect, test } from 'vitest';
import { render, renderHook } from 'vitest-browser-react';
import { openCartPage } from './cart-page.test.fixture.tsx';
import { BusProvider, useBus } from './index.ts';

test('a hook without a provider says what is missing', async () => {
  const failed = renderHook(() => useBus());
  await expect(failed).rejects.toThrow(/found no bus.*Wrap the root in <BusProvider bus=\{bus\}>/);
});

test('the nearest provider counts', async () => {
  const inner = createBus({ source: 'inner', hub: createHub() });
  const { wrapper } = openCartPage();
  const Source = () => <output>{useBus().source}</output>;
  const screen = await render(<BusProvider bus={inner} children={<Source />} />, { wrapper });
  await expect.element(screen.getByRole('status')).toHaveTextContent('inner');
});
