import { useLayoutEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { BusProvider, type UseEventOptions, useEvent } from './index.ts';

type Contract = typeof cart.itemAdded | typeof cart.itemRemoved;
type Asked = { contract?: Contract; options?: UseEventOptions };

/**
 * Changes what a component asks for, and emits an item on both buses when the change is on the page and the effects of the
 * render before are not yet cleaned up. Answers what was heard.
 */
async function heardBetween(before: Asked, after: Asked, buses: { moves: boolean } = { moves: false }): Promise<string[]> {
  const [one, other] = [openCartPage(), openCartPage()];
  const heard: string[] = [];
  let subscribed: string[] | undefined;
  let change = (): void => {};
  function Listener({ contract = cart.itemAdded, options }: Asked) {
    useEvent<Contract>(contract, ({ type }) => heard.push(type), { delivery: 'sync', ...options });
    return null;
  }
  function Page() {
    const [changed, setChanged] = useState(false);
    change = () => setChanged(true);
    useLayoutEffect(() => {
      if (!changed) return;
      subscribed = one.listening();
      one.bus.emit(cart.itemAdded, { sku: 'A-1' });
    }, [changed]);
    return (
      <BusProvider bus={changed && buses.moves ? other.bus : one.bus} children={<Listener {...(changed ? after : before)} />} />
    );
  }
  await render(<Page />);
  change();
  await expect.poll(() => subscribed).toEqual(['cart:itemAdded']);
  return heard;
}

test('an event of the former contract does not reach the handler of the next one', async () => {
  expect(await heardBetween({}, { contract: cart.itemRemoved })).toEqual([]);
});

test('nothing is handled from the render on that has `enabled` off', async () => {
  expect(await heardBetween({}, { options: { enabled: false } })).toEqual([]);
});

test('an event of the former bus is not handled any more', async () => {
  expect(await heardBetween({}, {}, { moves: true })).toEqual([]);
});

test('an event in between is handled where nothing changes that the subscription depends on', async () => {
  expect(await heardBetween({}, { options: { where: () => true } })).toEqual(['cart:itemAdded']);
});
