import { createHub } from '@busbar/core';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createVariant as plainEvents } from './events-plain/create-variant.ts';
import { createVariant as tunedEvents } from './events-tuned/create-variant.ts';
import { showPage } from './page/show-page.tsx';
import type { Variant } from './page/variant.ts';
import { createVariant as tunedStore } from './store-tuned/create-variant.ts';
import { createVariant as usualStore } from './store-usual/create-variant.ts';
import { takeRenders } from './views/count-render.ts';

const variants = {
  'store-usual': usualStore,
  'store-tuned': tunedStore,
  'events-plain': () => plainEvents(createHub()),
  'events-tuned': () => tunedEvents(createHub()),
};
type Name = keyof typeof variants;

const news = { id: 'n-1', text: 'Your parcel is here', urgent: true };
const press = (name: string) => (page.getByRole('button', { name, exact: true }).element() as HTMLElement).click();

const actions: readonly (readonly [act: (variant: Variant) => unknown, section: string, text: string])[] = [
  [() => press('Log in'), 'loyalty-points', '120 points from 2 orders'],
  [() => press('Add Brass lamp'), 'cart-summary', 'Sum €18.05'],
  [() => press('One more: Brass lamp'), 'product-list', '2 in your cart'],
  [() => userEvent.type(page.getByLabelText('Filter the products'), 'x'), 'product-list', '0 products'],
  [(variant) => variant.receive(news), 'notification-bell', '1 urgent'],
  [() => press('Log out'), 'delivery-note', '€62.00 more for free delivery'],
];

let place: HTMLElement;
let roots: Root[] = [];

beforeEach(() => {
  // React Redux warns of the selectors of the usual page. That is what is usual about it.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  place = document.body.appendChild(document.createElement('main'));
});

afterEach(closePage);

function closePage(): void {
  for (const root of roots.splice(0)) root.unmount();
  place.replaceChildren();
}

async function openPage(name: Name, size: 1 | 15 | 60 = 15): Promise<Variant> {
  const variant = variants[name]();
  roots = showPage(variant, size, place);
  await expect.poll(() => place.querySelectorAll('[data-section]').length).toBe(size === 60 ? 60 : 15);
  return variant;
}

const textOf = (section: string) => place.querySelector(`[data-section="${section}"]`)?.textContent ?? '';
const shown = () => [...place.querySelectorAll('[data-section]')].map(({ outerHTML }) => outerHTML);

/** What the page shows after each action; where it is known, it is waited for. */
async function visit(name: Name, expected?: string[][]): Promise<string[][]> {
  const variant = await openPage(name);
  const seen: string[][] = [];
  for (const [index, [act, section, text]] of actions.entries()) {
    await act(variant);
    await expect.poll(() => textOf(section)).toContain(text);
    if (expected) await expect.poll(shown, { message: `${name} after action ${index + 1}` }).toEqual(expected[index]);
    seen.push(shown());
  }
  closePage();
  return seen;
}

test('all variants of the page show the same after each action', async () => {
  const tuned = await visit('store-tuned');
  for (const name of ['store-usual', 'events-plain', 'events-tuned'] as const) await visit(name, tuned);
});

test.each([
  ['store-usual', { 'product-card': 40, 'account-bar': 1, 'notification-list': 1, 'loyalty-points': 1 }],
  ['store-tuned', { 'notification-bell': 1, 'notification-list': 1 }],
  ['events-plain', { 'notification-bell': 1, 'notification-list': 1 }],
  ['events-tuned', { 'notification-bell': 1, 'notification-list': 1 }],
] as const)('on the page %s news render these components', async (name, expected) => {
  const variant = await openPage(name);
  takeRenders();
  variant.receive(news);
  await expect.poll(() => textOf('notification-list') + textOf('notification-bell')).toMatch(/Your parcel is here.*1 urgent/);
  const renders = takeRenders();
  expect(renders).toMatchObject(expected);
  if (name !== 'store-usual') expect(Object.keys(renders).sort()).toEqual(Object.keys(expected));
});

test.each(Object.keys(variants) as Name[])('the page %s is one root or sixty', async (name) => {
  await openPage(name, 1);
  expect(roots).toHaveLength(1);
  closePage();
  await openPage(name, 60);
  expect(roots).toHaveLength(60);
});
