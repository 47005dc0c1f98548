import { type Bus, createBus, createHub, type Hub } from '@busbar/core';
import { cart, checkout } from 'contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import './subscriptions.css';
import { subscriptionPanel } from './subscription-panel.ts';

const gone = { sku: 'lamp-01' };
let hub: Hub;
let bus: Bus;
let counted: number[];

beforeEach(async () => {
  await page.viewport(1_000, 700);
  hub = createHub();
  bus = createBus({ source: 'shop', hub });
  counted = [];
});

afterEach(() => document.body.replaceChildren());

function show(): HTMLElement {
  const dock = createBus({ source: 'shell', hub });
  return document.body.appendChild(subscriptionPanel(dock, (count) => counted.push(count)));
}

const row = (name: RegExp) => page.getByRole('row', { name });
const figures = (of: ReturnType<typeof row>) =>
  [...(of.element() as HTMLTableRowElement).cells].map(({ textContent }) => textContent);

test('tells of each micro-frontend who listens to what, and how they do', async () => {
  const failing = createBus({ source: 'checkout/ledger', hub, onError: () => {} });
  failing.on(checkout.orderPlaced, () => {}, { replay: false });
  failing.on(cart.itemRemoved, () => Promise.reject(new Error('out of order')), { retry: { attempts: 1, delay: 1 } });
  bus.emit(cart.itemRemoved, gone);
  await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
  show();
  await expect.element(row(/^checkout 2 subscriptions$/)).toBeVisible();
  await expect.element(row(/^cart:itemRemoved checkout\/ledger, id \d+ Idle/)).toBeVisible();
  expect(figures(row(/^cart:itemRemoved/)).slice(1, 8)).toEqual(['Idle', '0', '0', '–', '2', '1', '1']);
  expect(
    page
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent),
  ).toContain('Waiting time');
});

test('labels each figure where there is no room for columns', async () => {
  await page.viewport(360, 700);
  bus.on(cart.itemRemoved, () => {});
  show();
  await expect
    .element(row(/^cart:itemRemoved id \d+ Idle Delivered 0 Waiting 0 Oldest – Failed 0 .* Handled p95 –$/))
    .toBeVisible();
});

test('shows the state of a policy', async () => {
  const policy = {
    execute: async (run: (context: { signal: AbortSignal }) => unknown) => run(new AbortController()),
    state: 'half-open',
  };
  bus.on(cart.itemRemoved, () => {}, { policy });
  show();
  await expect.element(row(/^cart:itemRemoved.*Idle policy half-open/)).toBeVisible();
});

test('says in words who lags, with what waits and how long, and when it has recovered', async () => {
  let settle = (): void => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  bus.scope({ source: 'cart' }).on(cart.itemRemoved, () => settled, { lagThreshold: 20 });
  show();
  await vi.waitFor(() => {
    bus.emit(cart.itemRemoved, gone);
    expect(counted).toEqual([1]);
  });
  await expect.element(row(/^cart 1 subscription, \d+ events wait, 1 lagging$/)).toBeVisible();
  const [, state, , waiting, oldest] = figures(row(/^cart:itemRemoved/));
  expect(state).toBe('Lagging');
  expect(Number(waiting)).toBeGreaterThan(1);
  expect(oldest).toMatch(/^\d+.(ms|s)$/);
  settle();
  await vi.waitFor(() => {
    bus.emit(cart.itemRemoved, gone);
    expect(counted).toEqual([1, 0]);
  });
  await expect.element(row(/^cart:itemRemoved id \d+ Idle/)).toBeVisible();
});

test('changes figures in their places, once a second, and touches nothing else', async () => {
  bus.on(cart.itemRemoved, () => {});
  bus.on(cart.changed, () => {});
  const panel = show();
  await expect.element(row(/^cart:itemRemoved.* Idle 0 0/)).toBeVisible();
  const touched: (Node | null)[] = [];
  new MutationObserver((changes) => touched.push(...changes.map(({ target }) => target))).observe(panel, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  const delivered = row(/^cart:itemRemoved/)
    .element()
    .querySelector('td.number');
  bus.emit(cart.itemRemoved, gone);
  await expect.element(row(/^cart:itemRemoved.* Idle 1 0/)).toBeVisible();
  expect(touched.filter((node) => !(node as Element).closest('tr')?.textContent?.startsWith('cart:itemRemoved'))).toEqual([]);
  expect(touched[0]).toBe(delivered);
});

test('finds by words, and says so when nothing fits', async () => {
  bus.on(cart.itemRemoved, () => {});
  bus.on(checkout.orderPlaced, () => {});
  show();
  const filter = page.getByRole('searchbox', { name: 'Filter the subscriptions' });
  await filter.fill('shop placed idle');
  await expect.element(row(/^checkout:orderPlaced/)).toBeVisible();
  expect(
    page
      .getByRole('row')
      .filter({ hasText: /^cart:/ })
      .elements(),
  ).toEqual([]);
  await filter.fill('submarine');
  await expect.element(page.getByText('No subscription to show.')).toBeVisible();
});

test('looks only while it can be seen, and at once when it can', async () => {
  const seen = vi.spyOn(globalThis, 'setInterval');
  const ended = vi.spyOn(globalThis, 'clearInterval');
  bus.on(cart.itemRemoved, () => {});
  const panel = show();
  await expect.element(row(/^cart:itemRemoved.* Idle 0 0/)).toBeVisible();
  expect(seen).toHaveBeenCalledExactlyOnceWith(expect.any(Function), 1_000);
  panel.style.display = 'none';
  await vi.waitFor(() => expect(ended).toHaveBeenCalledWith(seen.mock.results[0]?.value));
  bus.emit(cart.itemRemoved, gone);
  panel.style.display = '';
  await expect.element(row(/^cart:itemRemoved.* Idle 1 0/)).toBeVisible();
});
