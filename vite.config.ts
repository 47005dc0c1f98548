/// <reference types="vitest/config" />
// The one place that says how packages and apps are built and tested. Every build runs in its own folder with this file.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import angular from '@analogjs/vite-plugin-angular';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type UserConfig } from 'vite';
import { chromiumArguments, chromiumPath } from './.ci/chromium.ts';

const root = dirname(fileURLToPath(import.meta.url));

interface Manifest {
  version: string;
  exports?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export default defineConfig(({ mode }) => {
  const folder = process.cwd();
  const [kind, name = ''] = relative(root, folder).split('/');
  if (kind === 'packages') return mode === 'script-tag' ? scriptTagBuild(folder) : packageBuild(folder);
  if (kind === 'apps') return app(folder, name);
  return tests();
});

function packageBuild(folder: string): UserConfig {
  const manifest = readManifest(folder);
  const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return {
    define: versionOf(manifest),
    build: {
      lib: {
        entry: Object.fromEntries(
          Object.values(manifest.exports ?? {}).map((file) => [basename(file).replace(/\.tsx?$/, ''), join(folder, file)]),
        ),
        formats: ['es'],
      },
      sourcemap: true,
      minify: false,
      target: 'es2022',
      rolldownOptions: { external: (id) => external.some((dependency) => id === dependency || id.startsWith(`${dependency}/`)) },
    },
  };
}

function scriptTagBuild(folder: string): UserConfig {
  return {
    define: versionOf(readManifest(folder)),
    build: {
      lib: { entry: join(folder, 'src/index.ts'), formats: ['iife'], name: 'Busbar', fileName: () => 'busbar.js' },
      emptyOutDir: false,
      sourcemap: true,
      target: 'es2022',
    },
  };
}

function app(folder: string, name: string): UserConfig {
  return { root: folder, plugins: frameworkOf(name), define: versionOf(readManifest(join(root, 'packages/core'))) };
}

function frameworkOf(name: string): UserConfig['plugins'] {
  if (name === 'cart') return [react()];
  if (name === 'checkout') return [vue()];
  if (name === 'profile') return [angular({ tsconfig: join(root, 'apps/profile/tsconfig.json') })];
  return [];
}

function tests(): UserConfig {
  const define = versionOf(readManifest(join(root, 'packages/core')));
  const inBrowser = {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: { ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments } }),
    instances: [{ browser: 'chromium' as const }],
  };
  return {
    test: {
      projects: [
        {
          define,
          test: { name: 'node', environment: 'node', include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'], exclude: ['**/*.browser.test.*'] },
        },
        {
          define,
          plugins: [react(), vue()],
          test: { name: 'chromium', browser: inBrowser, include: ['packages/*/src/**/*.browser.test.{ts,tsx}'] },
        },
      ],
    },
  };
}

function versionOf(manifest: Manifest): Record<string, string> {
  return { __BUSBAR_VERSION__: JSON.stringify(process.env['BUSBAR_VERSION'] ?? manifest.version) };
}

function readManifest(folder: string): Manifest {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) throw new Error(`No package.json in ${folder}: run this build in the folder of a package or an app.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
