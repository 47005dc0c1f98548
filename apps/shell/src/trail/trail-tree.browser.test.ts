import { type Bus, type BusEvent, createBus, createHub } from '@busbar/core';
import { cart, profile } from 'contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { eventList } from './event-list.ts';
import './trail.css';

const line = { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 };
const removed = { sku: 'lamp-01' };
const effectsOf = (name: string) => page.getByRole('list', { name: `Effects of ${name}`, exact: true });
const fold = (name: string | RegExp) => page.getByRole('button', { name });

let bus: Bus;

beforeEach(() => {
  bus = createBus({ source: 'shell', hub: createHub(), contracts: [cart, profile] });
});

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

async function openTree(): Promise<HTMLElement> {
  const panel = document.body.appendChild(eventList(bus, () => {}));
  await page.getByRole('button', { name: 'Tree' }).click();
  return panel;
}

/** Waits until the rows are these, from the top, each indented by its depth. */
function expectRows(panel: HTMLElement, ...rows: string[]) {
  const text = (row: Element) => {
    const depth = row.closest('ol')!.matches('.trail-list') ? 0 : panelDepth(row);
    return `${'  '.repeat(depth)}#${row.getAttribute('data-sequence')} ${row.getAttribute('data-type')}`;
  };
  return vi.waitFor(() => expect([...panel.querySelectorAll('.tree-row')].map(text)).toEqual(rows));
}

function panelDepth(row: Element): number {
  let depth = -1;
  for (let at: Element | null = row; at; at = at.parentElement) if (at.matches('.tree-row')) depth += 1;
  return depth;
}

function emitAnswers(cause: BusEvent): void {
  bus.emit(cart.quantityChanged, { ...removed, quantity: 2 }, { cause });
  bus.emit(cart.itemRemoved, removed, { cause });
}

test('shows each event below its cause, live, roots newest first and effects oldest first', async () => {
  const panel = await openTree();
  const first = bus.emit(cart.itemAdded, line);
  bus.emit(cart.itemAdded, line);
  await expectRows(panel, '#2 cart:itemAdded', '#1 cart:itemAdded');
  emitAnswers(first);
  await expectRows(panel, '#2 cart:itemAdded', '#1 cart:itemAdded', '  #3 cart:quantityChanged', '  #4 cart:itemRemoved');
  await expect.element(effectsOf('cart:itemAdded #1').getByRole('listitem')).toHaveLength(2);
});

test('an event from nowhere says why it came, one below its cause need not', async () => {
  const panel = await openTree();
  const cause = bus.emit(cart.itemAdded, line);
  bus.emit(cart.itemRemoved, removed, { cause });
  await expectRows(panel, '#1 cart:itemAdded', '  #2 cart:itemRemoved');
  await expect.element(page.getByText('because of cart:itemAdded #1')).not.toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  bus.emit(cart.itemRemoved, removed, { cause });
  await expect.element(page.getByText('because of an event that is no longer listed')).toBeVisible();
});

test('folds effects away and out again by keyboard, and says how many there are', async () => {
  const panel = await openTree();
  const cause = bus.emit(cart.itemAdded, line);
  emitAnswers(cause);
  await expectRows(panel, '#1 cart:itemAdded', '  #2 cart:quantityChanged', '  #3 cart:itemRemoved');
  const button = fold('2 effects of cart:itemAdded #1');
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByText('cart:itemRemoved')).not.toBeVisible();
  bus.emit(cart.itemRemoved, removed, { cause });
  await expect.element(fold('3 effects of cart:itemAdded #1')).toHaveFocus();
  await expect.element(page.getByText('cart:quantityChanged')).not.toBeVisible();
  await userEvent.keyboard(' ');
  await expect.element(page.getByText('cart:quantityChanged')).toBeVisible();
});

test('an open row below its cause stays open and keeps the focus while others come, and when its cause is pushed out', async () => {
  const panel = await openTree();
  const cause = bus.emit(cart.itemAdded, line);
  bus.emit(cart.itemRemoved, removed, { cause });
  await expectRows(panel, '#1 cart:itemAdded', '  #2 cart:itemRemoved');
  const summary = panel.querySelector<HTMLElement>('[data-sequence="2"] summary')!;
  summary.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/"sku": "lamp-01"/)).toBeVisible();
  for (let times = 0; times < 499; times += 1) bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(panel.querySelector('.trail-list:not([hidden])')!.children).toHaveLength(500));
  await expect.element(page.getByText(/"sku": "lamp-01"/)).toBeVisible();
  await expect.element(page.getByText('because of cart:itemAdded #1')).toBeVisible();
  expect(document.activeElement).toBe(summary);
  expect(panel.querySelectorAll('.tree-row')).toHaveLength(500);
});

test('the filter shows what it finds with what led to it, folded away or not', async () => {
  const panel = await openTree();
  emitAnswers(bus.emit(cart.itemAdded, line));
  bus.emit(cart.itemAdded, line);
  await fold(/effects of cart:itemAdded #1$/).click();
  await page.getByRole('searchbox', { name: 'Filter the events' }).fill('removed');
  await expectRows(panel, '#1 cart:itemAdded', '  #3 cart:itemRemoved');
  await expect.element(page.getByText('cart:itemRemoved')).toBeVisible();
  await expect.element(fold('1 effect of cart:itemAdded #1')).toBeVisible();
});

test('stands still while paused, and is empty after it was cleared', async () => {
  const panel = await openTree();
  const cause = bus.emit(cart.itemAdded, line);
  await expectRows(panel, '#1 cart:itemAdded');
  await page.getByRole('button', { name: 'Pause' }).click();
  emitAnswers(cause);
  await expect.element(page.getByRole('button', { name: 'Paused, 2 waiting' })).toBeVisible();
  await expectRows(panel, '#1 cart:itemAdded');
  await page.getByRole('button', { name: 'Paused, 2 waiting' }).click();
  await expectRows(panel, '#1 cart:itemAdded', '  #2 cart:quantityChanged', '  #3 cart:itemRemoved');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expectRows(panel);
  await expect.element(page.getByText('No event to show.')).toBeVisible();
});

test('the choice between list and tree is remembered', async () => {
  (await openTree()).remove();
  const panel = document.body.appendChild(eventList(bus, () => {}));
  await expect.element(page.getByRole('button', { name: 'Tree', pressed: true })).toBeVisible();
  bus.emit(cart.itemAdded, line);
  await expectRows(panel, '#1 cart:itemAdded');
  await page.getByRole('button', { name: 'Tree' }).click();
  await expect.element(page.getByRole('list', { name: 'Events, newest first' })).toBeVisible();
  expect(panel.querySelectorAll('.tree-row')).toHaveLength(0);
});

test('shows no personal data', async () => {
  const panel = await openTree();
  bus.emit(profile.detailsChanged, { name: 'Ada', email: 'ada@example.org', street: 'Main 1', postcode: '1010', city: 'Vienna' });
  await page.getByText('profile:detailsChanged').click();
  await expect.element(page.getByText(/"city": "•••"/)).toBeVisible();
  expect(panel.textContent).not.toContain('Vienna');
});
