import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { root } from './root.mjs';

const size = { width: 1280, height: 1010 };

/** Makes the catalogue of the shop with the built command, and keeps what its start page looks like, light and dark. */
export async function takeCataloguePictures(browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'busbar-catalogue-'));
  try {
    const command = [join(root, 'packages/cli/dist/busbar.js'), 'docs', '--cwd', join(root, 'apps/contracts'), '--out', folder];
    execFileSync(process.execPath, command);
    for (const colorScheme of ['light', 'dark'] as const) await takePicture(browser, folder, colorScheme);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function takePicture(browser: Browser, folder: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await browser.newPage({ colorScheme, viewport: size });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  const path = join(root, `apps/docs/catalogue-${colorScheme}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}
