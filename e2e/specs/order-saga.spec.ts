import { sagaEvents } from '@busbar/patterns';
import { expect } from '@playwright/test';
import { checkout as checkoutEvents, notifications, payment, stock } from 'contracts';
import {
  expectCancelled,
  expectConfirmed,
  openWithLamp,
  orderSteps,
  progressIn,
  stepsDone,
  stepsUndone,
  submittedNumber,
} from '../fixtures/order-saga.ts';
import { test } from '../fixtures/shop-test.ts';

const undoing = ['checkout:orderCancelled', 'stock:releaseRequested', 'payment:refundRequested', 'orders:withdrawalRequested'];

test.describe('The saga of an order', () => {
  test('goes through all steps, which the checkout shows, and the profile has the order', async ({ openShop, busbar }) => {
    const { checkout, profile, cart, submit, link, addButton } = await openShop();
    await addButton('Desk lamp').click();
    await submit();
    await expect(progressIn(checkout)).toHaveCount(4);
    await link('Profile').click();
    const number = await submittedNumber(busbar);
    const order = profile.getByRole('article', { name: `Order ${number}` });
    await expect(order).toContainText('Confirmed', { timeout: 20_000 });
    await expect(cart.getByText('Your cart is empty')).toBeVisible();
    await link('Checkout').click();
    await expectConfirmed(checkout);
    await busbar.expectEvent(notifications.confirmationSent, { number });
    expect(await stepsDone(busbar)).toEqual(orderSteps);
    expect(await busbar.trail(({ type }) => undoing.includes(type))).toEqual([]);
  });

  test('payment fails: what was done is undone in reverse, the customer is told, and can try again', async ({
    openShop,
    busbar,
  }) => {
    const { checkout, cart, profile, link, submit, toggle, happened } = await openWithLamp(openShop);
    await toggle('Payment fails');
    await submit();
    await expectCancelled(checkout);
    const number = await submittedNumber(busbar);
    await expect(checkout.getByText('Your payment was declined.', { exact: true })).toBeVisible();
    await expect(progressIn(checkout)).toHaveText([/Taken back/, /Failed/, /Not begun/, /Not begun/]);
    expect(await stepsUndone(busbar)).toEqual(['reserveStock', 'openOrder']);
    expect((await busbar.trail(stock.release.replied)).map(({ data }) => data)).toEqual([{ number, released: true }]);
    await expect(happened).toContainText(`placeOrder ${number}, takePayment failed:`);
    await expect(happened).toContainText(`placeOrder ${number} is undone, all of it.`);
    await expect(cart.getByRole('status')).toContainText('1 item in the cart');
    await toggle('Payment fails');
    await checkout.getByRole('button', { name: 'Try again' }).click();
    await checkout.getByRole('button', { name: 'Place order' }).click();
    await expectConfirmed(checkout);
    const second = await submittedNumber(busbar);
    await link('Profile').click();
    await expect(profile.getByRole('article', { name: `Order ${second}` })).toContainText('Confirmed');
    await expect(profile.getByRole('article', { name: `Order ${number}` })).toContainText('Cancelled');
    expect((await busbar.trail(payment.capture.replied)).map(({ data }) => data.number)).toEqual([second]);
  });

  test('stock times out: the reservation that nobody heard of is released, and nothing is paid', async ({ openShop, busbar }) => {
    const { checkout, submit, toggle, happened } = await openWithLamp(openShop);
    await toggle('Stock times out');
    await submit();
    await expect(progressIn(checkout)).toHaveText([/^Under way: Reserving your items/, /^To come/, /^To come/, /^To come/]);
    await expectCancelled(checkout);
    const number = await submittedNumber(busbar);
    await expect(checkout.getByText('Our warehouse did not answer in time.', { exact: true })).toBeVisible();
    const failures = (await busbar.trail(sagaEvents.stepFailed)).map(({ data }) => `${data.step} ${data.reason}`);
    expect(new Set(failures)).toEqual(new Set(['reserveStock timed-out']));
    expect((await busbar.trail(stock.release.replied)).map(({ data }) => data)).toEqual([{ number, released: true }]);
    expect(await stepsUndone(busbar)).toEqual(['reserveStock', 'openOrder']);
    expect(await busbar.trail(payment.capture.requested)).toEqual([]);
    await expect(happened).toContainText(`placeOrder ${number}, reserveStock had no answer in time`);
  });

  test('the confirmation is sent twice: there is one order, and the customer is told once', async ({ openShop, busbar }) => {
    const { checkout, profile, link, submit, addButton, toggle, happened } = await openWithLamp(openShop);
    await toggle('Confirmation is sent twice');
    await submit();
    await expectConfirmed(checkout);
    const number = await submittedNumber(busbar);
    await expect(happened).toContainText(`The confirmation of order ${number} was issued 2 times.`);
    await busbar.expectEvent(notifications.confirmationSent, { number });
    // What a second one would take is over by the time that another order has been through the same service.
    await toggle('Confirmation is sent twice');
    await link('Shop').click();
    await addButton('Desk lamp').click();
    await submit();
    await expectConfirmed(checkout);
    await expect.poll(async () => (await busbar.trail(notifications.confirmationSent)).length).toBe(2);
    const told = (await busbar.trail(notifications.confirmationSent)).map(({ data }) => data.number);
    expect(told).toEqual([number, await submittedNumber(busbar)]);
    expect(await busbar.trail(checkoutEvents.orderPlaced)).toHaveLength(2);
    await link('Profile').click();
    await expect(profile.getByRole('article', { name: /^Order/ })).toHaveCount(2);
  });

  test('the trail shows the whole chain as a tree, from the button to the last effect', async ({ openShop, busbar }) => {
    const { page, trail, addButton, order } = await openShop();
    await page.getByRole('button', { name: 'Event trail' }).click();
    await trail.getByRole('button', { name: 'Tree' }).click();
    await addButton('Desk lamp').click();
    const number = await order();
    await busbar.expectEvent(notifications.confirmationSent, { number });
    const start = ['checkout:orderSubmitted', 'saga:started', 'saga:stepStarted'];
    for (const end of [
      ['stock:reservationRequested', 'stock:reservationReplied'],
      ['payment:captureRequested', 'payment:captureReplied'],
      ['orders:confirmationRequested', 'orders:confirmationReplied'],
      ['checkout:orderPlaced', 'cart:changed'],
      ['checkout:confirmationIssued', 'notifications:confirmationSent'],
    ]) {
      const path = [...start, ...end].map((type) => `[data-type="${type}"]`).join(' ');
      await expect(trail.locator(path), end.join(' → ')).toHaveCount(1);
    }
    const saga = trail.getByRole('list', { name: /^Effects of saga:started/ });
    await expect(saga.getByText(`placeOrder ${number}, takePayment`, { exact: true })).toHaveCount(2);
    await expect(saga.locator(':scope > [data-type="saga:stepDone"]')).toHaveCount(orderSteps.length);
  });
});
