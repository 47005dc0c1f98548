import { join } from 'node:path';
import { federation } from '@module-federation/vite';
import { build, type PluginOption } from 'vite';
import { built, bundleConfig } from '../bundle.ts';

/** Builds two remotes, and the host that imports from them. */
export async function buildModuleFederation(): Promise<void> {
  for (const name of ['products', 'cart']) await buildWith(remote(name), `micro-frontends/${name}.ts`, name);
  await buildWith(host(), 'module-federation/host.ts');
}

function remote(name: string): PluginOption {
  return federation({
    name,
    filename: 'remoteEntry.js',
    exposes: { './mount': `./micro-frontends/${name}.ts` },
    shared: {},
    dts: false,
  });
}

function host(): PluginOption {
  return federation({
    name: 'host',
    remotes: {
      products: { type: 'module', name: 'products', entry: '/module-federation/products/remoteEntry.js' },
      cart: { type: 'module', name: 'cart', entry: '/module-federation/cart/remoteEntry.js' },
    },
    hostInitInjectLocation: 'entry',
    shared: {},
    dts: false,
  });
}

async function buildWith(plugin: PluginOption, input: string, folder = ''): Promise<void> {
  const config = bundleConfig();
  await build({
    ...config,
    base: './',
    plugins: [plugin],
    build: {
      ...config.build,
      outDir: join(built, 'module-federation', folder),
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
}
