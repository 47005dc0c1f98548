import { type Bus, type BusEvent, createBus, createHub, defineEvent } from '@busbar/core';
import { recordedReads, recordReads } from '@busbar/testing/reads';
import { cart, checkout, type Line, shell } from 'contracts';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { type RenderResult, render } from 'vitest-browser-react';
import * as z from 'zod';
import { CartRoot } from './cart-root.tsx';

const lamp: Line = { sku: 'lamp', name: 'Desk lamp', price: 12_900, quantity: 1 };
const offers = [{ sku: 'mug', name: 'Mug', price: 1_850 }];
const mugOfVersion1 = defineEvent('cart:itemAdded', {
  version: 1,
  schema: z.object({ sku: z.string(), quantity: z.number() }),
});
const mug: Line = { sku: 'mug', name: 'Mug', price: 1_850, quantity: 2 };

let bus: Bus;
let heard: BusEvent[];

beforeEach(() => {
  localStorage.clear();
  bus = createBus({ source: 'page', hub: createHub() });
  heard = [];
  bus.on('**', (event) => heard.push(event));
});

afterAll(() => commands.keepReads(recordedReads('cart')));

function renderCart(): Promise<RenderResult> {
  return render(<CartRoot bus={recordReads(bus, { app: 'cart' }).scope({ source: 'cart' })} />);
}

async function renderCartWith(...lines: Line[]): Promise<RenderResult> {
  const screen = await renderCart();
  for (const line of lines) bus.emit(cart.itemAdded, line);
  await expect.element(page.getByRole('listitem')).toHaveLength(lines.length);
  return screen;
}

function heardOf(type: string): BusEvent[] {
  return heard.filter((event) => event.type === type);
}

describe('what people see', () => {
  test('an empty cart says so and offers nothing to check out', async () => {
    await renderCart();
    await expect.element(page.getByText('Your cart is empty')).toBeVisible();
    expect(page.getByRole('link', { name: 'Check out' }).query()).toBeNull();
  });

  test('a product that was added has a row, a price and a place in the subtotal', async () => {
    await renderCartWith(lamp, mug);
    await expect.element(page.getByRole('listitem').filter({ hasText: 'Mug' })).toMatchTextContent('€37.00');
    await expect.element(page.getByRole('status')).toMatchTextContent('3 items in the cart, €166.00');
    await expect.element(page.getByRole('link', { name: 'Check out' })).toHaveAttribute('href', '/checkout');
  });

  test('one more and one fewer change the quantity', async () => {
    await renderCartWith(mug);
    await page.getByRole('button', { name: 'One more Mug' }).click();
    await expect.element(page.getByRole('spinbutton', { name: 'Quantity of Mug' })).toHaveValue(3);
    await page.getByRole('button', { name: 'One fewer Mug' }).click();
    await expect.element(page.getByRole('status')).toMatchTextContent('2 items in the cart, €37.00');
  });

  test('a quantity can be typed, and is left alone while it is no number', async () => {
    await renderCartWith(lamp);
    const quantity = page.getByRole('spinbutton', { name: 'Quantity of Desk lamp' });
    await quantity.fill('');
    await expect.element(quantity).toHaveValue(null);
    await quantity.fill('12');
    await expect.element(page.getByRole('status')).toMatchTextContent('12 items');
    await quantity.fill('100');
    await userEvent.tab();
    await expect.element(quantity).toHaveValue(12);
  });

  test('fewer than one is refused, and the focus stays', async () => {
    await renderCartWith(lamp);
    const fewer = page.getByRole('button', { name: 'One fewer Desk lamp' });
    await expect.element(fewer).toHaveAttribute('aria-disabled', 'true');
    fewer.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(fewer).toHaveFocus();
    expect(heardOf('cart:quantityChanged')).toEqual([]);
  });

  test('a removed line is gone, and the focus goes to the heading', async () => {
    await renderCartWith(lamp, mug);
    await page.getByRole('button', { name: 'Remove Desk lamp' }).click();
    await expect.element(page.getByText('Desk lamp')).not.toBeInTheDocument();
    await expect.element(page.getByRole('heading', { name: 'Your cart' })).toHaveFocus();
  });
});

describe('a cart that mounts late or again', () => {
  test('has what was put in before it was there', async () => {
    bus.emit(cart.itemAdded, lamp);
    bus.emit(mugOfVersion1, { sku: 'mug', quantity: 2 });
    await renderCart();
    await expect.element(page.getByRole('listitem')).toHaveLength(2);
  });

  test('puts in nothing twice, and nothing that was removed', async () => {
    const screen = await renderCartWith(lamp, mug);
    await page.getByRole('button', { name: 'Remove Mug' }).click();
    await expect.element(page.getByRole('listitem')).toHaveLength(1);
    await screen.unmount();
    await renderCart();
    bus.emit(cart.itemAdded, lamp); // comes after the replayed ones
    await expect.element(page.getByRole('status')).toMatchTextContent('2 items in the cart, €258.00');
    await expect.element(page.getByRole('listitem')).toHaveLength(1);
  });
});

describe('what others hear', () => {
  test('mounting says once what the cart holds', async () => {
    await renderCart();
    await expect.element(page.getByText('Your cart is empty')).toBeVisible();
    expect(heardOf('cart:changed').map(({ data }) => data)).toEqual([{ lines: [], count: 0, total: 0 }]);
  });

  test('each change says why', async () => {
    await renderCart();
    const added = bus.emit(cart.itemAdded, mug);
    await vi.waitFor(() => expect(heardOf('cart:changed')).toHaveLength(2));
    expect(heardOf('cart:changed')[1]).toMatchObject({ source: 'cart', causationid: added.id, data: { count: 2, total: 3_700 } });
  });

  test('a button only says what somebody wants, the handler does it', async () => {
    await renderCartWith(mug);
    await page.getByRole('button', { name: 'Remove Mug' }).click();
    await expect.element(page.getByText('Your cart is empty')).toBeVisible();
    const removed = heardOf('cart:itemRemoved')[0];
    expect(removed).toMatchObject({ source: 'cart', data: { sku: 'mug' } });
    expect(heardOf('cart:changed').at(-1)).toMatchObject({ causationid: removed?.id, data: { count: 0 } });
  });
});

describe('events that tell no price', () => {
  test('are priced by what the shop offers', async () => {
    bus.emit(shell.offersChanged, { offers });
    await renderCart();
    bus.emit(mugOfVersion1, { sku: 'mug', quantity: 2 });
    await expect.element(page.getByRole('listitem')).toMatchTextContent(/Mug\s*€37\.00\s*€18\.50 each/);
    await expect.element(page.getByRole('status')).toMatchTextContent('2 items in the cart, €37.00');
  });

  test('are priced later where the shop tells its offers later, and on the next visit', async () => {
    const screen = await renderCart();
    bus.emit(mugOfVersion1, { sku: 'mug', quantity: 2 });
    await expect.element(page.getByRole('listitem')).toMatchTextContent(/mug\s*Price unknown\s*Cannot be ordered yet/);
    await screen.unmount();
    bus.emit(shell.offersChanged, { offers });
    await renderCart();
    await expect.element(page.getByRole('listitem')).toMatchTextContent('€37.00');
    expect(bus.latest(cart.changed).get()?.total).toBe(3_700);
  });

  test('stay without a price where the shop has none, and the subtotal says so', async () => {
    await renderCartWith(lamp);
    bus.emit(mugOfVersion1, { sku: 'mug', quantity: 2 });
    await expect.element(page.getByText('Not in the subtotal, since no price is known: mug.')).toBeVisible();
    await expect.element(page.getByRole('status')).toMatchTextContent('3 items in the cart, €129.00 and more');
    expect(heardOf('cart:changed').at(-1)).toMatchObject({ data: { count: 3, total: 12_900 } });
  });
});

describe('orders', () => {
  const order = { number: 'A-1', placedAt: '2026-11-22T10:00:00.000Z', lines: [mug], total: 3_700 };

  test('an order empties the cart', async () => {
    await renderCartWith(mug);
    bus.emit(checkout.orderPlaced, order);
    await expect.element(page.getByText('Your cart is empty')).toBeVisible();
  });

  test('a cart that mounts again is not emptied by the order it has seen', async () => {
    const screen = await renderCartWith(mug);
    bus.emit(checkout.orderPlaced, order);
    bus.emit(cart.itemAdded, mug);
    await expect.element(page.getByRole('status')).toMatchTextContent('2 items');
    await screen.unmount();
    await renderCart();
    bus.emit(cart.itemAdded, lamp); // comes after the replayed order
    await expect.element(page.getByRole('status')).toMatchTextContent('3 items');
  });

  test('an order that was placed while the cart was away is taken out of it', async () => {
    const screen = await renderCartWith(mug, lamp);
    await screen.unmount();
    bus.emit(checkout.orderPlaced, order);
    await renderCart();
    await expect.element(page.getByRole('status')).toMatchTextContent('1 item in the cart, €129.00');
  });
});

describe('plain scripts and other visits', () => {
  test('a plain window event puts something into the cart', async () => {
    bus = createBus({ source: 'page', hub: createHub({ window }) });
    await renderCart();
    window.dispatchEvent(new CustomEvent('cart:itemAdded', { detail: lamp }));
    await expect.element(page.getByRole('listitem')).toMatchTextContent('Desk lamp');
  });

  test('the cart is there again on the next visit', async () => {
    const screen = await renderCartWith(lamp, mug);
    await screen.unmount();
    bus = createBus({ source: 'page', hub: createHub() });
    await renderCart();
    await expect.element(page.getByRole('status')).toMatchTextContent('3 items in the cart, €166.00');
    expect(bus.latest(cart.changed).get()).toMatchObject({ count: 3, total: 16_600 });
  });

  test('what cannot be a cart is refused, and the cart stays as it was', async () => {
    bus = createBus({ source: 'page', hub: createHub(), onError: () => {} });
    await renderCartWith(lamp);
    bus.emit(cart.itemAdded, { ...mug, price: Number.MAX_SAFE_INTEGER });
    await vi.waitFor(() => expect(bus.deadLetters.list(({ reason }) => reason === 'failed')).toHaveLength(1));
    await expect.element(page.getByRole('status')).toMatchTextContent('1 item in the cart, €129.00');
  });
});
