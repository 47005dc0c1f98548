import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArguments, chromiumPath } from './chromium.ts';
import { blocksOf } from './readme/blocks.ts';
import { root } from './root.mjs';

/** What somebody does with an application, by the name that its configuration has in `.ci/angular-cli/angular.json`. */
const applications: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  /** Signals. */
  zoneless: useCart,
  /** Plain fields. */
  zone: useCart,
  /** What the README of the package has people write. */
  readme: useBadge,
};

const address = 'http://shop.test/';
const run = promisify(execFile);

/**
 * Builds applications of a plain workspace of the Angular CLI for production, compiled ahead of time, in a folder where the
 * packages are installed, and uses them in Chromium; and runs the test of the README.
 */
export async function angularCliComplaints(consumer: string): Promise<string[]> {
  const workspace = join(consumer, 'angular-cli');
  cpSync(join(root, '.ci/angular-cli'), workspace, { recursive: true });
  writeReadme(join(workspace, 'src/readme'));
  for (const name of ['build', 'compiler-cli']) linkFromRoot(`@angular/${name}`, consumer);
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments });
  try {
    const complaints = Object.keys(applications).map(
      async (name) => (await complaintAbout(workspace, `build:${name}`)) ?? pageComplaints(browser, workspace, name),
    );
    return (await Promise.all([...complaints, complaintAbout(workspace, 'test')])).flatMap((found) => found ?? []);
  } finally {
    await browser.close();
  }
}

/** Writes the named files of the README, and a page for the component. */
function writeReadme(folder: string): void {
  mkdirSync(folder);
  const blocks = blocksOf(readFileSync(join(root, 'packages/angular/README.md'), 'utf8'));
  for (const { file, code } of blocks) if (!file.startsWith('line-')) writeFileSync(join(folder, file), code);
  const page = readFileSync(join(folder, '../index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), page.replaceAll('shop-cart', 'cart-badge'));
}

function linkFromRoot(name: string, consumer: string): void {
  const target = join(consumer, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  if (!existsSync(target)) symlinkSync(realpathSync(join(root, 'node_modules', name)), target);
}

/** Does what `ng build` and `ng test` do: runs the builder that angular.json names. Nothing where all went well. */
async function complaintAbout(workspace: string, target: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run('architect', [`shop:${target}`], { cwd: workspace });
    return `${stdout}${stderr}`.includes('[WARNING]') ? `The Angular CLI warns (${target}):\n${stdout}${stderr}` : undefined;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `The Angular CLI fails with the packages (${target}):\n${stdout}${stderr}`;
  }
}

async function pageComplaints(browser: Browser, workspace: string, name: string): Promise<string[]> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => errors.push(message.text()));
  page.setDefaultTimeout(10_000);
  await page.route(`${address}**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(1) || 'index.html';
    return route.fulfill({ path: join(workspace, 'dist', name, 'browser', file) });
  });
  try {
    await page.goto(address);
    await applications[name]!(page);
  } catch (error) {
    errors.push((error as Error).message);
  }
  await page.close();
  return errors.map((error) => `An application of the Angular CLI (${name}) does not run: ${error}`);
}

/** A plain listener hears the component, and the component a plain event. */
async function useCart(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('cart:itemAdded', ({ detail }: CustomEventInit) => {
      document.title = `Heard ${detail.sku}`;
    });
  });
  await page.getByRole('button', { name: 'Add a desk' }).click();
  await page.getByText('1 in the cart').waitFor();
  await page.getByText('Last added: desk').waitFor();
  await page.waitForFunction(() => document.title === 'Heard desk');
  await page.evaluate(() => dispatchEvent(new CustomEvent('cart:itemAdded', { detail: { sku: 'lamp' } })));
  await page.getByText('2 in the cart').waitFor();
  await page.getByText('Last added: lamp').waitFor();
}

async function useBadge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a lamp' }).click();
  await page.getByText('Last added: 1 × lamp-01, says badge').waitFor();
  await page.evaluate(() => dispatchEvent(new CustomEvent('cart:changed', { detail: { count: 2 } })));
  await page.getByText('2 in the cart').waitFor();
}
