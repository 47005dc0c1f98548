import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { preview } from 'vite';
import { test as base } from '../fixtures/shop-test.ts';
import { folderFingerprints } from '../replacement/folder-fingerprints.ts';

const path = (place: string): string => fileURLToPath(new URL(place, import.meta.url));
const served = process.env['BUSBAR_SHOP_OUT'] ?? path('../../dist/shop');

/** `test` with a copy of the served shop in which the cart, and nothing else, is of another release. */
const test = base.extend<{ replaced: { folder: string; address: string } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  replaced: async ({}, use, info) => {
    const folder = info.outputPath('shop');
    cpSync(served, folder, { recursive: true });
    execFileSync(process.execPath, [path('../replacement/build-basket.ts')], {
      cwd: path('../../apps/cart'),
      env: { ...process.env, BUSBAR_SHOP_OUT: folder, BUSBAR_VERSION: '0.0.9' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const server = await preview({
      configFile: false,
      logLevel: 'warn',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    });
    await use({ folder, address: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '' });
    await server.close();
    rmSync(folder, { recursive: true });
  },
});

test('one app’s folder is replaced by a build of another version, and the whole way still works', async ({
  openShop,
  replaced,
  expectMessage,
}) => {
  expectMessage(/^warning: \[busbar version-skew\].*0\.0\.9/);
  const { page, cart, addButton, line, order, profile, link } = await openShop('/', replaced.address);
  await expect(cart.getByRole('heading', { name: 'Your basket' })).toBeVisible();
  await addButton('Desk lamp').click();
  await line('Desk lamp').getByRole('button', { name: 'One more' }).click();
  await expect(page.getByRole('button', { name: 'Cart, items: 2 €258.00' })).toBeVisible();
  const number = await order();
  await expect(cart.getByText('Your cart is empty')).toBeVisible();
  await link('Profile').click();
  await expect(profile.getByRole('article', { name: `Order ${number}` })).toContainText('€258.00');
});

test('the build of another version touches its own folder alone', ({ replaced }) => {
  const [before, after] = [folderFingerprints(served), folderFingerprints(replaced.folder)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const touched = [...names].filter((name) => before.get(name) !== after.get(name));
  expect(touched).toContain('micro-frontends/cart/cart.js');
  expect(touched.filter((name) => !name.startsWith('micro-frontends/cart/'))).toEqual([]);
});
