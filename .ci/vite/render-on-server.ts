import { join } from 'node:path';
import { createServer, type PluginOption } from 'vite';
import type { BrowserCommand } from 'vitest/node';
import { root } from '../root.mjs';
import { type Framework, pluginFor } from './frameworks.ts';
import { versionOf } from './manifest.ts';

/** What a module to be rendered on a server exports. */
interface ServerModule {
  render(...requests: unknown[]): string | Promise<string>;
}

/**
 * Renders a page in Node, for tests that hydrate it in Chromium: imports the module there, compiled as for a server, and
 * answers what its `render` makes of the arguments.
 *
 * @example
 * const html = await commands.renderOnServer('packages/react/src/cart-page.server.test.fixture.tsx', { count: 2 });
 */
export const renderOnServer: BrowserCommand<[file: string, ...requests: unknown[]]> = async (_context, file, ...requests) => {
  const [kind = '', name = ''] = file.split('/');
  const server = await createServer({
    configFile: false,
    // The plugin for Vue looks for Vue at the root.
    root: join(root, kind, name),
    logLevel: 'error',
    appType: 'custom',
    plugins: [await compilerOf(file)],
    define: versionOf(join(root, 'packages/core')),
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { render } = (await server.ssrLoadModule(join(root, file))) as ServerModule;
    return await render(...requests);
  } finally {
    await server.close();
  }
};

/** Lit and plain elements need none. */
async function compilerOf(file: string): Promise<PluginOption> {
  const [, folder = ''] = file.split('/');
  return folder === 'lit' ? [] : pluginFor(folder as Framework);
}
