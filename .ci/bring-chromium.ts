// Makes sure that there is a Chromium which starts: the system's, Playwright's own download, or Debian's package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from './chromium.ts';

const minute = 60_000;

if (!(await starts())) {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  await bringFromPlaywright();
  if (!(await starts()) && isDebianRoot) bringFromDebian();
  if (!(await starts())) giveUp();
}

/** Starts the browser for real and looks at a page: a binary that lacks a library is as good as none. */
async function starts(): Promise<boolean> {
  const executablePath = findChromium();
  if (!executablePath && !existsSync(chromium.executablePath())) return false;
  try {
    const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArguments });
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>here</title>');
    console.log(`Chromium ${browser.version()} at ${executablePath ?? chromium.executablePath()}`);
    await browser.close();
    return true;
  } catch (error) {
    console.log(`Chromium at ${executablePath ?? chromium.executablePath()} does not start:\n${(error as Error).message}`);
    return false;
  }
}

async function bringFromPlaywright(): Promise<void> {
  const answer = await fetch('https://cdn.playwright.dev', { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  if (!answer) return console.log('No Chromium here, and the download site of Playwright cannot be reached from this network.');
  run('playwright', ['install', 'chromium'], 5 * minute);
}

function bringFromDebian(): void {
  run('apt-get', ['update'], 3 * minute);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 8 * minute);
}

function run(command: string, options: string[], timeout: number): void {
  console.log(`> ${command} ${options.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  spawnSync(command, options, { stdio: ['ignore', 'inherit', 'inherit'], env, timeout });
}

function giveUp(): never {
  console.log(`
The tests run in a real browser, and none could be started or brought here. Do one of these, then start again:
  install Chromium or Chrome with the package manager of your system (Debian: apt-get install chromium)
  npx playwright install --with-deps chromium
  BUSBAR_CHROMIUM=/path/to/chromium npm test`);
  process.exit(1);
}
