import { type Bus, createBus, createHub } from '@busbar/core';
import { recordedReads, recordReads } from '@busbar/testing/reads';
import { checkout, type Order, profile, shell } from 'contracts';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import { mount, unmount } from './main.ts';

const details = {
  name: 'Aoife Byrne',
  email: 'aoife@example.ie',
  street: '12 Fade Street',
  postcode: 'D02 X285',
  city: 'Dublin',
};
const mug = { sku: 'mug-02', name: 'Stoneware mug', price: 1_850, quantity: 2 };
let bus: Bus;
let errors: string[];
let domElement: HTMLElement;

/** Has single-spa's part: calls a lifecycle with the props of a host. */
async function run(lifecycle: typeof mount, props: object = { domElement }): Promise<void> {
  for (const step of [lifecycle].flat()) await step({ name: 'profile', bus: recordReads(bus, { app: 'profile' }), ...props });
}

function order(number: string): Order {
  return { number, placedAt: '2026-09-03T09:12:00Z', lines: [mug], total: 3_700 };
}

function tellOrders(...numbers: string[]): void {
  bus.emit(checkout.ordersChanged, { orders: numbers.map((number) => ({ ...order(number), status: 'confirmed' as const })) });
}

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {}); // where Angular says that it is in development mode
  errors = [];
  bus = createBus({ source: 'shop', hub: createHub(), onError: ({ message }) => errors.push(message) });
  domElement = document.body.appendChild(document.createElement('main'));
});

afterEach(async () => {
  await run(unmount);
  domElement.remove();
  localStorage.clear();
});

afterAll(() => commands.keepReads(recordedReads('profile')));

describe('the details', () => {
  test('are asked for, kept in the browser and told to the others', async () => {
    await run(mount);
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Your profile');
    await page.getByLabelText('Full name').fill(details.name);
    await page.getByLabelText('Email').fill(details.email);
    await page.getByRole('button', { name: 'Save details' }).click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Hello, Aoife');
    await expect.element(page.getByText('Saved.')).toBeVisible();
    expect(bus.latest(profile.detailsChanged).get()).toMatchObject({ name: details.name, email: details.email, city: '' });
    expect(JSON.parse(localStorage.getItem('profile:details')!)).toMatchObject({ name: details.name });
  });

  test('that are known already fill the form and are told once at mount', async () => {
    localStorage.setItem('profile:details', JSON.stringify(details));
    const heard = vi.fn();
    bus.on(profile.detailsChanged, heard);
    await run(mount);
    await expect.element(page.getByLabelText('Town or city')).toHaveValue('Dublin');
    expect(heard.mock.calls).toMatchObject([[{ source: 'profile', data: details }, {}]]);
  });

  test('that cannot be used stay where they are, with the reason, and the field has the focus', async () => {
    await run(mount);
    await page.getByLabelText('Email').fill('nonsense');
    await page.getByLabelText('Full name').fill('Aoife');
    await page.getByRole('button', { name: 'Save details' }).click();
    const email = page.getByLabelText('Email');
    await expect.element(email).toHaveFocus();
    await expect.element(email).toHaveAccessibleDescription('Enter an email address like name@example.ie');
    expect(bus.metrics().emitted).toBe(0);
  });
});

describe('the orders', () => {
  test('that were told of before it mounted are there at once, with their lines and totals', async () => {
    tellOrders('BB-2', 'BB-1');
    await run(mount);
    const headings = page.getByRole('article').getByRole('heading').elements();
    expect(headings.map(({ textContent }) => textContent.trim())).toEqual(['Order BB-2', 'Order BB-1']);
    const text = page.getByRole('article').first().element().textContent;
    expect(text).toMatch(/3 September 2026\s*Confirmed\s*2 × of\s*Stoneware mug\s*€37\.00\s*Total\s*€37\.00/);
  });

  test('follow what checkout says, and a new one is marked', async () => {
    await run(mount);
    await expect.element(page.getByText('Your orders are not known here yet.')).toBeVisible();
    bus.emit(checkout.orderPlaced, order('BB-3'));
    tellOrders('BB-3');
    await expect.element(page.getByText('New order BB-3')).toBeVisible();
    await expect.element(page.getByRole('article', { name: 'Order BB-3 New' })).toBeVisible();
    tellOrders();
    await expect.element(page.getByText('You have not ordered anything yet.')).toBeVisible();
  });

  test('say what has become of them: in progress, confirmed, cancelled and why', async () => {
    await run(mount);
    for (const number of ['BB-1', 'BB-2']) bus.emit(checkout.orderSubmitted, order(number));
    const article = (name: string) => page.getByRole('article', { name });
    await expect.element(article('Order BB-1')).toMatchTextContent('In progress');
    bus.emit(checkout.orderPlaced, order('BB-1'));
    bus.emit(checkout.orderCancelled, { number: 'BB-2', reason: 'payment-declined' });
    await expect.element(article('Order BB-1 New')).toMatchTextContent('Confirmed');
    await expect.element(article('Order BB-2')).toMatchTextContent('Cancelled Your payment was declined. You pay nothing.');
    bus.emit(checkout.ordersChanged, { orders: [{ ...order('BB-3'), status: 'cancelled', reason: 'out-of-stock' }] });
    await expect.element(article('Order BB-3')).toMatchTextContent('Cancelled We had fewer of these items left');
  });

  test('are new on one visit only', async () => {
    await run(mount);
    bus.emit(checkout.orderPlaced, order('BB-4'));
    tellOrders('BB-4');
    await expect.element(page.getByText('New order BB-4')).toBeVisible();
    await run(unmount);
    bus.emit(checkout.orderPlaced, order('BB-5'));
    tellOrders('BB-5', 'BB-4');
    await run(mount);
    await expect.element(page.getByText('New order BB-5')).toBeVisible();
    await expect.element(page.getByRole('article', { name: 'Order BB-5 New' })).toBeVisible();
    await expect.element(page.getByRole('article', { name: 'Order BB-4', exact: true })).toBeVisible();
  });

  test('stay as they were while the fault is on: its handlers fail, and the page says so', async () => {
    await run(mount);
    tellOrders('BB-1');
    bus.emit(shell.faultSwitched, { fault: 'profile-throws', on: true });
    await expect.element(page.getByText(/so this is what it last knew/)).toBeVisible();
    bus.emit(checkout.orderPlaced, order('BB-2'));
    tellOrders('BB-2', 'BB-1');
    await expect
      .poll(() => bus.deadLetters.list().map(({ event }) => event.type))
      .toEqual(['checkout:orderPlaced', 'checkout:ordersChanged']);
    expect(errors).toHaveLength(2);
    expect(page.getByRole('article').elements()).toHaveLength(1);
    bus.emit(shell.faultSwitched, { fault: 'profile-throws', on: false });
    await expect.poll(() => page.getByRole('article').elements()).toHaveLength(2);
  });

  test('fail to be taken in from the start when the fault was on before it mounted', async () => {
    tellOrders('BB-1');
    bus.emit(shell.faultSwitched, { fault: 'profile-throws', on: true });
    await run(mount);
    await expect.element(page.getByText('Profile is having trouble. The rest of the shop goes on.')).toBeVisible();
    await expect.element(page.getByText('Your orders are not known here yet.')).toBeVisible();
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', subscriber: { source: 'profile' } }]);
  });

  test('are not touched by the fault of another', async () => {
    bus.emit(shell.faultSwitched, { fault: 'checkout-slow', on: true });
    await run(mount);
    tellOrders('BB-1');
    await expect.element(page.getByRole('article')).toBeVisible();
    expect(errors).toEqual([]);
  });
});

describe('the application', () => {
  test('leaves nothing behind, however often it is mounted', async () => {
    const styles = document.head.querySelectorAll('style').length;
    for (let time = 0; time < 10; time++) {
      await run(mount);
      expect(bus.metrics().subscriptions.length).toBeGreaterThan(0);
      await run(unmount);
      expect(bus.metrics().subscriptions).toEqual([]);
      expect(domElement.childNodes).toHaveLength(0);
    }
    expect(document.head.querySelectorAll('style')).toHaveLength(styles);
  });

  test('goes to the element of single-spa where it is given no other', async () => {
    domElement.id = 'single-spa-application:profile';
    await run(mount, {});
    expect(domElement.querySelector('shop-profile h1')).not.toBeNull();
  });

  test('says which element is missing', async () => {
    await expect(run(mount, { name: 'nowhere' })).rejects.toThrow(
      'There is no element #single-spa-application:nowhere on the page',
    );
  });
});
