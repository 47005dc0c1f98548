import { createBus, createHub } from '@busbar/core';
import { cart, profile } from 'contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { eventList } from './event-list.ts';

const line = { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 };
const details = { name: 'Ada', email: 'ada@example.org', street: 'Main street 1', postcode: '1010', city: 'Vienna' };

beforeEach(() => localStorage.clear());

afterEach(() => document.body.replaceChildren());

function trail() {
  const bus = createBus({ source: 'shell', hub: createHub(), contracts: [cart, profile] });
  const counted = vi.fn();
  const panel = document.body.appendChild(eventList(bus, counted));
  const rows = () => [...panel.querySelectorAll('.trail-row')].map((row) => row.querySelector('summary')?.textContent);
  return { bus, panel, rows, counted };
}

test('shows what is emitted, newest first, with its cause', async () => {
  const { bus, rows, counted } = trail();
  bus.on(cart.itemAdded, ({ data }) => bus.emit(cart.itemRemoved, { sku: data.sku }));
  bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(rows()).toHaveLength(2));
  expect(rows()[0]).toMatch(/^#2.*cart:itemRemovedv1from shellbecause of cart:itemAdded #1$/);
  expect(rows()[1]).toMatch(/^#1.*cart:itemAddedv2from shell$/);
  expect(counted).toHaveBeenLastCalledWith(2);
});

test('opens a row by keyboard to show the payload, and keeps it open while others come', async () => {
  const { bus, rows } = trail();
  bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  document.querySelector('summary')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/"name": "Desk lamp"/)).toBeVisible();
  bus.emit(cart.itemRemoved, { sku: 'lamp-01' });
  await vi.waitFor(() => expect(rows()).toHaveLength(2));
  await expect.element(page.getByText(/"name": "Desk lamp"/)).toBeVisible();
  expect(document.activeElement?.textContent).toContain('cart:itemAdded');
});

test('shows no personal data', async () => {
  const { bus, panel } = trail();
  bus.emit(profile.detailsChanged, details);
  await page.getByText('profile:detailsChanged').click();
  await expect.element(page.getByText(/"city": "•••"/)).toBeVisible();
  expect(panel.textContent).not.toContain('Vienna');
});

test('pauses, and says how many wait', async () => {
  const { bus, rows } = trail();
  bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  await page.getByRole('button', { name: 'Pause' }).click();
  bus.emit(cart.itemAdded, line);
  await page.getByRole('button', { name: 'Paused, 1 waiting' }).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(2));
});

test('filters and clears', async () => {
  const { bus, rows } = trail();
  bus.emit(cart.itemAdded, line);
  bus.emit(cart.itemRemoved, { sku: 'lamp-01' });
  await vi.waitFor(() => expect(rows()).toHaveLength(2));
  await page.getByRole('searchbox', { name: 'Filter the events' }).fill('removed');
  expect(rows()).toHaveLength(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.element(page.getByText('No event to show.')).toBeVisible();
});

test('keeps no more than 500 rows', async () => {
  const { bus, rows } = trail();
  for (let times = 0; times < 520; times += 1) bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(rows()[0]).toMatch(/^#520/));
  expect(rows()).toHaveLength(500);
});

test('paints nothing while it is hidden, and everything when it is shown', async () => {
  const { bus, panel, rows, counted } = trail();
  panel.hidden = true;
  panel.style.display = 'none';
  bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(counted).toHaveBeenLastCalledWith(1));
  expect(rows()).toEqual([]);
  panel.style.display = '';
  panel.hidden = false;
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
});
