import { createBus, createHub } from '@busbar/core';
import { cart, profile } from 'contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { deadLetterList } from './dead-letter-list.ts';

const line = { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 };

afterEach(() => document.body.replaceChildren());

function letters() {
  const bus = createBus({ source: 'shell', hub: createHub(), contracts: [cart, profile], onError: () => {} });
  const counted = vi.fn();
  const panel = document.body.appendChild(deadLetterList(bus, counted));
  const refuse = () => expect(() => bus.emit(cart.itemAdded, { sku: 42 } as never)).toThrow();
  return { bus, panel, counted, refuse };
}

test('says that nothing was lost, until something is', async () => {
  const { counted, refuse } = letters();
  await expect.element(page.getByText('Every event reached those it was for.')).toBeVisible();
  refuse();
  await expect.element(page.getByText(/was refused and reached nobody\. sku: /)).toBeVisible();
  await expect.element(page.getByText('Every event reached those it was for.')).not.toBeVisible();
  expect(counted).toHaveBeenLastCalledWith(1);
});

test('redrives to whoever missed the event', async () => {
  const { bus, panel } = letters();
  const handler = vi.fn().mockRejectedValueOnce(new Error('out of order'));
  bus.on(cart.itemAdded, handler);
  bus.emit(cart.itemAdded, line);
  await page.getByRole('button', { name: 'Redrive: cart:itemAdded from shell' }).click();
  await expect.element(page.getByText('cart:itemAdded was sent again.')).toBeVisible();
  await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2));
  expect(panel.querySelectorAll('.dead-letter')).toHaveLength(0);
  expect(document.activeElement).toBe(panel);
});

test('says so when whoever missed the event is gone', async () => {
  const { bus } = letters();
  const stop = bus.on(cart.itemAdded, () => Promise.reject(new Error('out of order')));
  bus.emit(cart.itemAdded, line);
  await expect.element(page.getByText(/failed to handle/)).toBeVisible();
  stop();
  await page.getByRole('button', { name: /Redrive/ }).click();
  await expect.element(page.getByText('Whoever missed cart:itemAdded is gone from the page.')).toBeVisible();
});

test('says so when the event is refused again, and keeps it', async () => {
  const { bus, refuse } = letters();
  refuse();
  await page.getByRole('button', { name: /Redrive/ }).click();
  await expect.element(page.getByText(/^cart:itemAdded was refused again\. sku: /)).toBeVisible();
  expect(bus.deadLetters.list().at(-1)).toMatchObject({ reason: 'invalid', event: { data: { sku: 42 } } });
});

test('throws a letter away', async () => {
  const { bus, refuse } = letters();
  refuse();
  await page.getByRole('button', { name: /Discard/ }).click();
  await expect.element(page.getByText('cart:itemAdded was thrown away.')).toBeVisible();
  expect(bus.deadLetters.list()).toEqual([]);
});

test('shows no personal data', async () => {
  const { bus, panel } = letters();
  expect(() => bus.emit(profile.detailsChanged, { name: 'Ada' } as never)).toThrow();
  await page.getByText('Payload').click();
  await expect.element(page.getByText(/"name": "•••"/)).toBeVisible();
  expect(panel.textContent).not.toContain('Ada');
});

test('letters that somebody else has thrown away are gone when it is shown', async () => {
  const { bus, panel, counted, refuse } = letters();
  refuse();
  await expect.element(page.getByText(/was refused and reached nobody/)).toBeVisible();
  panel.style.display = 'none';
  const frame = () => new Promise(requestAnimationFrame);
  await frame().then(frame); // now it has been hidden for a frame
  bus.deadLetters.discard(() => true);
  panel.style.display = '';
  await expect.element(page.getByText('Every event reached those it was for.')).toBeVisible();
  expect(counted).toHaveBeenLastCalledWith(0);
});

test('says so when somebody else has taken care of a letter meanwhile', async () => {
  const { bus, refuse } = letters();
  refuse();
  const redrive = page.getByRole('button', { name: 'Redrive: cart:itemAdded from shell' });
  await expect.element(redrive).toBeVisible();
  const button = redrive.element() as HTMLElement;
  bus.deadLetters.discard(() => true);
  button.click(); // before it is painted anew
  await expect.element(page.getByText('cart:itemAdded was taken care of meanwhile.')).toBeVisible();
});
