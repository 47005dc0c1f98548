import react from '@vitejs/plugin-react';
import rsc from '@vitejs/plugin-rsc';
import { createBuilder } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';

// Three builds, and an import of what they made.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL('../..', import.meta.url).pathname;
const output = `${folder}node_modules/.busbar-server-components`;
const environment = (name: string) => ({
  build: {
    outDir: `${output}/${name}`,
    rolldownOptions: { input: { index: `${folder}src/server-components/entry.${name}.test.fixture.tsx` } },
  },
});

beforeAll(async () => {
  const builder = await createBuilder({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { __BUSBAR_VERSION__: '"test"' },
    plugins: [react(), rsc({ serverHandler: false })],
    environments: {
      rsc: environment('rsc'),
      ssr: environment('ssr'),
      client: {
        build: { ...environment('browser').build, outDir: `${output}/client` },
      },
    },
  });
  await builder.buildApp();
});

test('an application with server components that import the package is built, and renders', async () => {
  const { render } = await import(/* @vite-ignore */ `${output}/rsc/index.js`);
  const html = await render();
  expect(html).toContain('<h1>BusProvider is a react.client.reference here</h1>');
  expect(html).toContain('<output>3 in the cart</output>');
});
