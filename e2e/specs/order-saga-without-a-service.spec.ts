import { sagaEvents } from '@busbar/patterns';
import { expect } from '@playwright/test';
import { orders, payment, stock } from 'contracts';
import { expectCancelled, openWithLamp, stepsUndone, submittedNumber } from '../fixtures/order-saga.ts';
import { test } from '../fixtures/shop-test.ts';
import { bringUnmounting, unmount } from '../fixtures/unmount.ts';

test.describe('The saga of an order, without a service', () => {
  for (const { service, told, undone } of [
    { service: 'stock', told: 'Our warehouse did not answer in time.', undone: ['openOrder'] },
    { service: 'payment', told: 'Our payment service did not answer in time.', undone: ['reserveStock', 'openOrder'] },
    { service: 'orders', told: 'We could not confirm it.', undone: ['takePayment', 'reserveStock', 'openOrder'] },
  ]) {
    test(`the bundle of ${service} fails to load: the customer is told, and nothing is half done`, async ({
      openShop,
      busbar,
      page,
      expectMessage,
    }) => {
      // Tried again when somebody goes to another page.
      for (const message of [/^error: Failed to load resource/, new RegExp(`^error: .*'${service}' died`)]) {
        for (let times = 0; times < 2; times++) expectMessage(message);
      }
      await page.route(`**/micro-frontends/services/${service}.js*`, (route) => route.abort());
      const { checkout, submit, addButton } = await openShop();
      await addButton('Desk lamp').click();
      await submit();
      await expectCancelled(checkout);
      await expect(checkout.getByText(told, { exact: true })).toBeVisible();
      expect(await stepsUndone(busbar)).toEqual(undone);
      const taken = await busbar.trail(payment.capture.replied);
      const givenBack = await busbar.trail(payment.refund.replied);
      expect(givenBack.map(({ data }) => data.amount).filter((amount) => amount > 0)).toEqual(
        taken.map(({ data }) => data.amount),
      );
      const reserved = await busbar.trail(stock.reservation.replied);
      const released = (await busbar.trail(stock.release.replied)).filter(({ data }) => data.released);
      expect(released).toHaveLength(reserved.length);
      expect(await busbar.trail(orders.confirmation.replied)).toEqual([]);
      expect(await busbar.trail(sagaEvents.undone)).toHaveLength(1);
    });
  }

  test('an undo that fails is a dead letter that says all; after a reload it can be redriven', async ({
    openShop,
    busbar,
    page,
    expectMessage,
  }) => {
    test.slow(); // each try of the undo waits for the stock that is gone
    for (let times = 0; times < 2; times++) expectMessage(/^uncaught: BusError: .*"saga:undoFailed"/);
    await bringUnmounting(page);
    const { checkout, trail, submit, happened } = await openWithLamp(openShop);
    await unmount(page, 'payment');
    await submit();
    await busbar.expectEvent(sagaEvents.stepDone, { step: 'reserveStock' });
    await unmount(page, 'stock');
    await expectCancelled(checkout);
    await expect(checkout).toContainText('We could not take everything back by ourselves.');
    const number = await submittedNumber(busbar);
    await expect(happened).toContainText(`Could not be undone: placeOrder ${number}, reserveStock`);
    await page.reload();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await trail.getByRole('tab', { name: 'Dead letters' }).click();
    const letter = trail.getByRole('listitem').filter({ hasText: 'saga:undoFailed' });
    await letter.getByText('Payload').click();
    for (const told of ['"reserveStock"', '"takePayment"', number, '"reservedAt"']) await expect(letter).toContainText(told);
    await letter.getByRole('button', { name: /^Redrive/ }).click();
    await expect(checkout).toContainText('You pay nothing, and your cart is as it was.');
    await expect(letter).toHaveCount(0);
    expect((await busbar.trail(sagaEvents.undone)).map(({ data }) => data.id)).toEqual([number]);
    expect((await busbar.trail(stock.release.replied)).map(({ data }) => data)).toEqual([{ number, released: true }]);
  });
});
