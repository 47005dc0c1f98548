import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/catalogue-test.ts';

const searchBox = (page: Page) => page.getByRole('combobox', { name: /^Search/ });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' });
const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const rows = (page: Page) => page.locator('[data-event]:visible .event-name');

test.describe('search', () => {
  test('finds an event by keyboard alone', async ({ openCatalogue }) => {
    const page = await openCatalogue('tags.html');
    await page.keyboard.press('/');
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type('item');
    await expect(results(page).getByRole('option')).toHaveText([/^cart:itemAdded/, /^cart:itemRemoved/]);
    await page.keyboard.press('ArrowDown');
    await expect(results(page).getByRole('option', { selected: true })).toHaveText(/^cart:itemRemoved/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('cart:itemRemoved');
  });

  test('leads to the field that was found', async ({ openCatalogue }) => {
    const page = await openCatalogue();
    await searchBox(page).fill('postcode');
    await results(page).getByRole('option', { name: 'profile:detailsChanged' }).click();
    await expect(page.locator(':target')).toContainText('postcode');
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('finds by owner, tag and summary, and marks what was found', async ({ openCatalogue }) => {
    const page = await openCatalogue();
    await searchBox(page).fill('team-payment');
    await expect(results(page).getByRole('option')).toHaveText([/^team-payment/, /^checkout:paymentAuthorized/]);
    await searchBox(page).fill('bank yes');
    await expect(results(page).getByRole('option').locator('mark')).toHaveText(['bank', 'yes']);
  });

  test('says when nothing was found, and goes away on Escape', async ({ openCatalogue }) => {
    const page = await openCatalogue();
    await searchBox(page).fill('no such thing');
    await expect(page.getByText('Nothing found for “no such thing”')).toBeVisible();
    await searchBox(page).fill('cart');
    await expect(results(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(results(page)).toBeHidden();
  });
});

test.describe('filters', () => {
  test('live in the address, and survive a reload', async ({ openCatalogue }) => {
    const page = await openCatalogue();
    await choice(page, 'App').selectOption('recommendations');
    await choice(page, 'Lifecycle').selectOption('deprecated');
    await expect(rows(page)).toHaveText(['cart:itemRemoved']);
    expect(new URL(page.url()).search).toBe('?app=recommendations&lifecycle=deprecated');
    await page.reload();
    await expect(rows(page)).toHaveText(['cart:itemRemoved']);
    await expect(choice(page, 'App')).toHaveValue('recommendations');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(rows(page)).toHaveCount(13);
    expect(new URL(page.url()).search).toBe('');
  });

  test('of an address that asks for what is gone are left out', async ({ openCatalogue }) => {
    const page = await openCatalogue('index.html?owner=nobody&domain=shell');
    await expect(rows(page)).toHaveCount(3);
    await expect(choice(page, 'Owner')).toHaveValue('');
  });
});

test.describe('a page of an event', () => {
  test('leads to its versions, each at its own address', async ({ openCatalogue }) => {
    const page = await openCatalogue('events/cart/item-added/v3.html');
    await expect(page).toHaveURL(/item-added\/index\.html$/);
    await page.getByRole('navigation', { name: 'Versions' }).getByRole('link', { name: 'Version 1' }).click();
    await expect(page).toHaveURL(/item-added\/v1\.html$/);
    await expect(page.getByText('Deprecated. To be left by 2026-09-01')).toBeVisible();
    await page.getByRole('link', { name: 'Version 3 is the newest.' }).click();
    await expect(page.getByRole('heading', { name: 'Since version 2' })).toBeVisible();
  });

  test('shows code for the framework that was chosen before', async ({ openCatalogue }) => {
    const page = await openCatalogue('events/cart/item-added/index.html');
    await page.getByRole('tab', { name: 'Core' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await expect(page.getByRole('tab', { name: 'Vue' })).toBeFocused();
    await page.getByRole('link', { name: 'quantityChanged' }).click();
    await expect(page.getByRole('tab', { name: 'Vue', selected: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Emit with Vue' })).toContainText('useEmit(cart.quantityChanged)');
    await expect(page.getByRole('region', { name: 'Emit with Core' })).toBeHidden();
  });

  test('copies its example', async ({ openCatalogue, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await openCatalogue('events/cart/quantity-changed/index.html');
    await page.getByRole('button', { name: 'Copy Example 1' }).click();
    await expect(page.getByRole('button', { name: 'Copied Example 1' })).toBeVisible();
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({ sku: 'lamp-01', quantity: 3 });
  });

  test('links what is explained already', async ({ openCatalogue }) => {
    const page = await openCatalogue('events/shell/menu-changed/index.html');
    await page.locator('[id="field.root.children"]').getByRole('link', { name: 'root' }).click();
    await expect(page.locator(':target')).toHaveId('field.root');
  });
});

test('an app that is focused in the picture of the flow shows where its events go', async ({ openCatalogue }) => {
  const page = await openCatalogue();
  const picture = page.locator('[data-flow]');
  await picture.getByRole('link', { name: 'search emits 1 event' }).focus();
  await expect(picture.locator('.flow-node.flow-on')).toHaveCount(3);
  await expect(picture.locator('.flow-edge.flow-on')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('search');
});

test('the theme follows the system until somebody switches it, and is kept then', async ({ openCatalogue }) => {
  const page = await openCatalogue();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  expect(dark).not.toBe(light);
  const button = page.getByRole('button', { name: 'Dark theme', pressed: true });
  await button.click();
  expect(await ground()).toBe(light);
  await page.getByRole('link', { name: 'Apps', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apps');
  expect(await ground()).toBe(light);
});

test('the catalogue of the shop says who emits and who listens', async ({ openCatalogue }) => {
  const page = await openCatalogue('index.html', 'shop');
  await page.getByRole('link', { name: 'cart:itemAdded, version 2' }).click();
  await expect(page.getByRole('definition').filter({ has: page.getByRole('link', { name: 'cart' }) })).toBeVisible();
  await expect(page.locator('[id="field.quantity"]')).toContainText('integer');
  await page.getByRole('link', { name: 'Tags', exact: true }).click();
  await expect(page.getByRole('row', { name: /profile:detailsChanged/ })).toContainText('email');
});
