import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { build, type PluginOption, type Rolldown } from 'vite';
import { chromiumArguments, chromiumPath } from '../chromium.ts';
import { pluginFor } from '../vite/frameworks.ts';
import { type Block, solidPragma } from './blocks.ts';

interface Outcome {
  readonly printed: readonly string[];
  readonly errors: readonly string[];
}

/** Runs the blocks that say they run, each alone, and gives what went wrong or came out otherwise than the block says. */
export async function runBlocks(blocks: readonly Block[], folder: string, scriptTag: string): Promise<string[]> {
  const complaints: string[] = [];
  const inPage = blocks.some(({ run }) => run === 'chromium');
  const browser = inPage
    ? await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments })
    : undefined;
  for (const block of blocks) {
    if (!block.run) continue;
    const outcome =
      block.run === 'node' || !browser ? runInNode(block, folder) : await runInPage(block, folder, scriptTag, browser);
    complaints.push(...outcome.errors.map((error) => `${block.line}: ${error}`), ...untold(block, outcome.printed));
  }
  await browser?.close();
  return complaints;
}

function untold({ line, prints }: Block, printed: readonly string[]): string[] {
  const isTrue = prints.length === printed.length && prints.every((text, index) => fits(text, printed[index] ?? ''));
  if (prints.length === 0 || isTrue) return [];
  return [`${line}: says that it prints ${JSON.stringify(prints)} and prints ${JSON.stringify(printed)}.`];
}

/** `…` stands for what is different each time, such as an id. */
function fits(text: string, printed: string): boolean {
  const parts = text.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(printed);
}

/** Packages come as their development builds here and in the browser: that is what people see who write code. */
function runInNode({ file }: Block, folder: string): Outcome {
  const { status, stdout, stderr } = spawnSync('node', ['--conditions=development', file], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { printed: stdout.split('\n').filter(Boolean), errors: status === 0 ? [] : [`does not run in Node: ${stderr.trim()}`] };
}

/** How long a page may stay silent about something that it is said to print, in milliseconds. */
const patience = 5_000;

async function runInPage(block: Block, folder: string, scriptTag: string, browser: Browser): Promise<Outcome> {
  const page = await browser.newPage();
  const printed: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(`throws in Chromium: ${message}`));
  page.on('console', (said) => (said.type() === 'error' ? errors : printed).push(said.text()));
  const html = block.file.endsWith('.html')
    ? block.code
    : `<!doctype html><div id="app"></div><script type="module">${await bundle(block, folder)}</script>`;
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    // Wherever people are told to get the script from, it is this build of it.
    if (pathname.endsWith('/busbar.js'))
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(scriptTag, 'utf8') });
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    return route.abort();
  });
  await page.goto('http://readme.localhost/', { waitUntil: 'load' });
  const deadline = Date.now() + patience;
  while (errors.length === 0 && printed.length < block.prints.length && Date.now() < deadline)
    await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.close();
  return { printed, errors };
}

async function bundle({ file, code }: Block, folder: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: await compilersFor(folder, code),
    resolve: { conditions: ['module', 'browser', 'development'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rolldownOptions: { input: join(folder, file), output: { codeSplitting: false } } },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output
    .map((one) => (one.type === 'chunk' ? one.code : ''))
    .join('\n')
    .replaceAll('</script', '<\\/script');
}

/** A page may have components for one framework that need a compiler, beside its plain modules. */
async function compilersFor(folder: string, code: string): Promise<PluginOption[]> {
  const files = readdirSync(folder);
  if (code.startsWith(solidPragma)) return [await pluginFor('solid')];
  if (files.some((file) => file.endsWith('.svelte'))) return [await pluginFor('svelte')];
  return [await pluginFor('vue')];
}
