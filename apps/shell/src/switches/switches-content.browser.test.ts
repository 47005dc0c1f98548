import { adopt, createBus, createHub } from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import { cart, checkout, notifications, shell } from 'contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { switchesContent } from './switches-content.ts';

const line = { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 };

const payment = { saga: 'placeOrder', version: 1, id: 'A-1', step: 'takePayment', attempt: 1 };

afterEach(() => {
  document.body.replaceChildren();
  sessionStorage.clear();
});

function switches() {
  const hub = createHub({ window });
  const bus = createBus({
    source: 'shell',
    hub,
    contracts: [cart, checkout, notifications, sagaEvents, shell],
    onError: () => {},
  });
  document.body.append(switchesContent(bus));
  return { hub, bus, happened: page.getByRole('status', { name: 'What happened' }) };
}

test('a switch tells the micro-frontend, and shows what it was told', async () => {
  const { bus, happened } = switches();
  const told = vi.fn();
  bus.on(shell.faultSwitched, ({ data }) => told(data));
  const button = page.getByRole('switch', { name: 'Profile throws' });
  await button.click();
  await expect.element(button).toBeChecked();
  await expect.element(happened.getByText(/Profile now throws at whatever it hears/)).toBeVisible();
  await button.click();
  await expect.element(button).not.toBeChecked();
  expect(told.mock.calls.flat()).toEqual([
    { fault: 'profile-throws', on: true },
    { fault: 'profile-throws', on: false },
  ]);
});

test('a switch follows what somebody else switched', async () => {
  const { bus } = switches();
  bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true });
  await expect.element(page.getByRole('switch', { name: 'Checkout is slow' })).toBeChecked();
  await expect.element(page.getByRole('switch', { name: 'Profile throws' })).not.toBeChecked();
});

test('the switches stand in groups by where something goes wrong', async () => {
  switches();
  const inGroup = (name: string) => page.getByRole('group', { name }).getByRole('switch');
  await expect.element(inGroup('On the page')).toHaveLength(2);
  await expect.element(inGroup('Behind an order')).toHaveLength(4);
});

test('a switch tells a service', async () => {
  const { bus, happened } = switches();
  await page.getByRole('switch', { name: 'Payment fails' }).click();
  await expect.element(happened.getByText(/Payment now declines everything\./)).toBeVisible();
  expect(bus.latest(shell.serviceFaultSwitched).get()).toEqual({ fault: 'payment-fails', on: true });
});

test('it is said where a saga fails, what it undoes, and how it ends', async () => {
  const { bus, happened } = switches();
  const failed = { ...payment, outcome: 'not-done', error: { name: 'BusError', message: 'Declined' } } as const;
  bus.emit(sagaEvents.stepFailed, { ...failed, reason: 'failed', retryAt: 1 });
  bus.emit(sagaEvents.stepFailed, { ...failed, reason: 'timed-out' });
  bus.emit(sagaEvents.stepUndone, { ...payment, step: 'reserveStock' });
  bus.emit(sagaEvents.undone, payment);
  await expect.element(happened.getByText(/placeOrder A-1, takePayment failed: Declined\. It is tried again\./)).toBeVisible();
  await expect.element(happened.getByText(/takePayment had no answer in time: Declined\. What was done before/)).toBeVisible();
  await expect.element(happened.getByText(/placeOrder A-1, reserveStock is undone\./)).toBeVisible();
  await expect.element(happened.getByText(/is undone, all of it\./)).toBeVisible();
});

test('what sagas did before is not told again', async () => {
  const { bus, happened } = switches();
  const completed = bus.emit(sagaEvents.completed, { saga: 'placeOrder', version: 1, id: 'B-2' });
  const earlier = { ...completed, id: 'kept', time: completed.time - 60_000, data: { ...completed.data, id: 'A-1' } };
  adopt(bus, earlier);
  bus.emit(sagaEvents.undone, { saga: 'placeOrder', version: 1, id: 'C-3' });
  await expect.element(happened.getByText(/placeOrder B-2 has done all its steps\./)).toBeVisible();
  await expect.element(happened.getByText(/placeOrder C-3 is undone, all of it\./)).toBeVisible();
  expect(happened.element().textContent).not.toContain('A-1');
});

test('a confirmation that is issued again is counted, though it repeats the first one', async () => {
  const { bus, happened } = switches();
  for (let times = 0; times < 2; times += 1) {
    bus.emit(checkout.confirmationIssued, { number: 'A-1', total: 100 }, { idempotencykey: 'once' });
  }
  bus.emit(notifications.confirmationSent, { number: 'A-1' });
  await expect.element(happened.getByText(/The confirmation of order A-1 was issued 2 times\./)).toBeVisible();
  await expect.element(happened.getByText(/The customer was told of order A-1\./)).toBeVisible();
});

test('a malformed plain event is refused, and it is said why', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { happened } = switches();
  await page.getByRole('button', { name: 'Send malformed' }).click();
  await expect.element(happened.getByText(/cart:itemAdded from window was refused and reached nobody\. sku: /)).toBeVisible();
  expect(warn).toHaveBeenCalled();
});

test('a well-formed plain event is taken', async () => {
  const { happened } = switches();
  await page.getByRole('button', { name: 'Send well-formed' }).click();
  await expect.element(happened.getByText(/The plain event was taken as event #1: Dipped mug is in the cart\./)).toBeVisible();
});

test('counts what waits for a slow checkout', async () => {
  const { hub, bus } = switches();
  let finish = (): void => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  createBus({ source: 'checkout', hub }).on(cart.itemAdded, () => slow);
  await page.getByRole('switch', { name: 'Checkout is slow' }).click();
  for (let times = 0; times < 3; times += 1) bus.emit(cart.itemAdded, line);
  await expect.element(page.getByText(/^[23] events wait for checkout\.$/)).toBeVisible();
  finish();
  await expect.element(page.getByText('0 events wait for checkout.')).toBeVisible();
});

test('says who lags, and when that is over', async () => {
  const { hub, bus, happened } = switches();
  let finish = (): void => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  createBus({ source: 'checkout', hub }).on(cart.itemAdded, () => slow, { lagThreshold: 20 });
  const emitUntilSaid = (text: RegExp) =>
    vi.waitFor(() => {
      bus.emit(cart.itemAdded, line);
      expect(happened.element().textContent).toMatch(text);
    });
  await emitUntilSaid(/checkout lags: cart:itemAdded has waited \d+\sms, with \d+ in the queue\./);
  finish();
  await emitUntilSaid(/checkout keeps up with cart:itemAdded again\./);
});

test('says so when the older core cannot be loaded, and lets people try again', async () => {
  const { happened } = switches();
  const button = page.getByRole('button', { name: 'Start an older core' });
  await button.click();
  await expect.element(happened.getByText(/The older core did not start\./)).toBeVisible();
  await expect.element(button).toBeEnabled();
});
