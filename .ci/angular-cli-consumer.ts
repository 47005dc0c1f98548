import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArguments, chromiumPath } from './chromium.ts';
import { root } from './root.mjs';

/** The two ways to run Angular, each a configuration of the workspace in `.ci/angular-cli`. */
const configurations = ['zoneless', 'zone'];
const address = 'http://shop.test/';
const run = promisify(execFile);

/**
 * Builds a plain workspace of the Angular CLI for production, compiled ahead of time, in a folder where the packages are
 * installed, and uses what comes out in Chromium: zoneless with signals, and with zone.js and plain fields.
 */
export async function angularCliComplaints(consumer: string): Promise<string[]> {
  const workspace = join(consumer, 'angular-cli');
  cpSync(join(root, '.ci/angular-cli'), workspace, { recursive: true });
  for (const name of ['build', 'compiler-cli']) linkFromRoot(`@angular/${name}`, consumer);
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments });
  try {
    const complaints = configurations.map(
      async (configuration) =>
        (await buildComplaints(workspace, configuration)) ?? pageComplaints(browser, workspace, configuration),
    );
    return (await Promise.all(complaints)).flat();
  } finally {
    await browser.close();
  }
}

function linkFromRoot(name: string, consumer: string): void {
  const target = join(consumer, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  if (!existsSync(target)) symlinkSync(realpathSync(join(root, 'node_modules', name)), target);
}

/** What `ng build` does: it runs the builder that angular.json names. Nothing where all went well. */
async function buildComplaints(workspace: string, configuration: string): Promise<string[] | undefined> {
  try {
    const { stdout, stderr } = await run('architect', [`shop:build:${configuration}`], { cwd: workspace });
    const warnings = /^.*\[WARNING\].*$/gm.exec(stdout + stderr);
    return warnings ? [`The Angular CLI warns of the packages (${configuration}):\n${stdout}${stderr}`] : undefined;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return [`The Angular CLI does not build with the packages (${configuration}):\n${stdout}${stderr}`];
  }
}

async function pageComplaints(browser: Browser, workspace: string, configuration: string): Promise<string[]> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() !== 'info' && errors.push(message.text()));
  page.setDefaultTimeout(10_000);
  await page.route(`${address}**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(1) || 'index.html';
    return route.fulfill({ path: join(workspace, 'dist', configuration, 'browser', file) });
  });
  try {
    await page.goto(address);
    await useCart(page);
  } catch (error) {
    errors.push((error as Error).message);
  }
  await page.close();
  return errors.map((error) => `An application of the Angular CLI (${configuration}) does not run: ${error}`);
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
