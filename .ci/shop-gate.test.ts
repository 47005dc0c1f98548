import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './root.mjs';

const apps = join(root, 'apps');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'busbar-shop-'));
  for (const name of ['cart', 'checkout', 'profile', 'services', 'shell'])
    cpSync(join(apps, name, 'src'), join(copy, name, 'src'), { recursive: true });
  for (const name of ['src', 'package.json', 'busbar.config.ts', 'busbar.lock.json', 'busbar.reads']) {
    cpSync(join(apps, 'contracts', name), join(copy, 'contracts', name), { recursive: true });
  }
  symlinkSync(join(apps, 'contracts/node_modules'), join(copy, 'contracts/node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

/** What the gate says about the shop, in one line. */
function check(): Promise<{ passed: boolean; said: string }> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  return new Promise((resolve) => {
    execFile(
      join(apps, 'contracts/node_modules/.bin/busbar'),
      ['check'],
      { cwd: join(copy, 'contracts'), env },
      (error, stdout, stderr) => {
        resolve({ passed: !error, said: `${stdout}${stderr}`.replace(/\s+/g, ' ') });
      },
    );
  });
}

test('the contracts of the shop get on with what is locked', { timeout: 30_000 }, async () => {
  expect(await check()).toMatchObject({ passed: true });
});

test('renaming a field of cart:itemAdded closes the gate, which says which apps would break and where', {
  timeout: 30_000,
}, async () => {
  const file = join(copy, 'contracts/src/cart.ts');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace('name: z.string()', 'title: z.string()'));
  const { passed, said } = await check();
  expect(passed).toBe(false);
  expect(said).toContain(
    'cart:itemAdded error "cart:itemAdded" version 2 is stable, and no longer has the shape that is locked.',
  );
  expect(said).toContain(
    'readers of version 2 (cart, shell) cannot read what emitters of version 3 publish: the reader requires "name"',
  );
  expect(said).toContain('cart reads "name".');
  expect(said).toMatch(/src\/cart\.ts:\d+ changed-in-place/);
});
