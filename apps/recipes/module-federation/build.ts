import { join } from 'node:path';
import { federation } from '@module-federation/vite';
import { build } from 'vite';
import { built, bundleConfig } from '../bundle.ts';

type FederationOptions = Parameters<typeof federation>[0];

/** Builds two remotes, which share nothing, and the host that imports from them. */
export async function buildModuleFederation(): Promise<void> {
  for (const name of ['products', 'cart']) {
    const entry = `micro-frontends/${name}.ts`;
    await buildWith({ name, filename: 'remoteEntry.js', exposes: { './mount': `./${entry}` } }, entry, name);
  }
  await buildWith(
    { name: 'host', remotes: { products: remote('products'), cart: remote('cart') }, hostInitInjectLocation: 'entry' },
    'module-federation/host.ts',
  );
}

function remote(name: string) {
  return { type: 'module', name, entry: `/module-federation/${name}/remoteEntry.js` };
}

async function buildWith(options: FederationOptions, input: string, folder = ''): Promise<void> {
  const config = bundleConfig();
  await build({
    ...config,
    base: './',
    plugins: [federation({ ...options, shared: {}, dts: false })],
    build: {
      ...config.build,
      outDir: join(built, 'module-federation', folder),
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
}
