import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import * as core from './index.ts';
import * as scriptTag from './script-tag.ts';

/** `@busbar/core/global` as another bundle has it: evaluated once more. */
async function anotherBundle(): Promise<typeof import('./global.ts')> {
  vi.resetModules();
  return import('./global.ts');
}

beforeEach(() => vi.stubGlobal('Busbar', scriptTag));
afterEach(() => vi.unstubAllGlobals());

test('it exports every name of the core, and no other', async () => {
  expect(Object.keys(await anotherBundle()).sort()).toEqual(Object.keys(core).sort());
});

test('what it exports is that of the script tag', async () => {
  const ofScriptTag = new Set<unknown>(Object.values(scriptTag));
  for (const [name, exported] of Object.entries(await anotherBundle())) expect(ofScriptTag.has(exported), name).toBe(true);
});

test('two bundles with it are one copy on the hub', async () => {
  const [cart, checkout] = [await anotherBundle(), await anotherBundle()];
  const hub = core.createHub();
  const noted = cart.defineEvent('cart:noted', { version: 1, schema: z.string() });
  const heard: unknown[] = [];
  const bus = checkout.createBus({ source: 'checkout', hub });
  bus.on(noted, ({ data, source }) => heard.push(`${data} from ${source}`), { delivery: 'sync' });
  cart.createBus({ source: 'cart', hub }).emit(noted, 'hello');
  expect(heard).toEqual(['hello from cart']);
  expect(bus.metrics().copies).toEqual([{ version: scriptTag.version, source: 'checkout' }]);
});

test('it throws as it is loaded where no script tag came first', async () => {
  vi.stubGlobal('Busbar', undefined);
  await expect(anotherBundle()).rejects.toMatchObject({ name: 'BusError', code: 'page-copy-missing' });
});
