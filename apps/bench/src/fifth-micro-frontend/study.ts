import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { benchFolder, bundlePage } from '../measure/bundle-page.ts';
import { sendPage, serveFolder } from '../measure/serve-folder.ts';
import { driveShop } from './drive-shop.ts';
import { type FolderChange, folderChange, folderFingerprints } from './folder-fingerprints.ts';

/** What the addition of a fifth micro-frontend took. */
export interface Addition {
  /** Of the shop as it is served. */
  readonly built: FolderChange & { readonly files: number };
  /** Of the sources of everybody else. */
  readonly sources: FolderChange & { readonly files: number };
  /** What was seen to work in the browser, in words. */
  readonly seen: readonly string[];
}

const shop = join(benchFolder, '../../dist/shop');
const tag = '<script type="module" src="/micro-frontends/wish-list/wish-list.js"></script>';

/** Adds a wish list to a copy of the shop that was built last, uses both in the browser, and counts what changed of others. */
export async function studyFifthMicroFrontend(browser: Browser): Promise<Addition> {
  if (!existsSync(join(shop, 'index.html'))) throw new Error('There is no shop in dist/shop yet: run `pnpm build`.');
  const copy = mkdtempSync(join(tmpdir(), 'busbar-shop-'));
  cpSync(shop, copy, { recursive: true });
  const before = { built: folderFingerprints(copy), sources: sourcesOfOthers() };
  await bundlePage({
    entry: 'fifth-micro-frontend/wish-list/main.tsx',
    name: 'wish-list',
    folder: join(copy, 'micro-frontends/wish-list'),
  });
  const seen = await useShop(browser, copy);
  const after = { built: folderFingerprints(copy), sources: sourcesOfOthers() };
  rmSync(copy, { recursive: true });
  return {
    built: { ...folderChange(before.built, after.built), files: before.built.size },
    sources: { ...folderChange(before.sources, after.sources), files: before.sources.size },
    seen,
  };
}

/** Serves the copy, with one tag more in the page that is sent. */
async function useShop(browser: Browser, folder: string): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: Error[] = [];
  page.on('pageerror', (error) => void errors.push(error));
  const server = await serveFolder(folder, ({ pathname }, response) => pathname === '/' && sendShop(folder, response));
  const seen = await driveShop(page, server.address);
  server.close();
  await page.close();
  if (errors.length > 0) throw errors[0];
  return seen;
}

function sendShop(folder: string, response: ServerResponse): true {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return sendPage(response, html.replace('</head>', `${tag}</head>`));
}

function sourcesOfOthers(): ReadonlyMap<string, string> {
  const all = ['shell', 'cart', 'checkout', 'profile', 'services', 'contracts'].map((app) => join(benchFolder, '..', app));
  return new Map(all.flatMap((folder) => [...folderFingerprints(folder)].map(([file, hash]) => [join(folder, file), hash])));
}
