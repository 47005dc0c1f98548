import { join } from 'node:path';
import type { PluginOption } from 'vite';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import type { ProjectConfig } from 'vitest/node';
import { chromiumArguments, chromiumPath } from '../chromium.ts';
import { root } from '../root.mjs';
import { compiledReact } from './compiled-react.ts';
import { dropAbsentIncludes } from './drop-absent-includes.ts';
import { pluginFor } from './frameworks.ts';
import { keepReads } from './keep-reads.ts';
import { versionOf, withoutProse } from './manifest.ts';
import { oldestVersions } from './oldest-versions.ts';
import { renderOnServer } from './render-on-server.ts';

const inNode: ProjectConfig = {
  include: ['{packages,apps}/*/src/**/*.test.ts', '.ci/**/*.test.ts', 'e2e/fuzz/fuzz.test.ts', 'e2e/soak/*.test.ts'],
  exclude: ['**/*.browser.test.ts'],
};

/** How events are received, once more in the core as it is built for production. */
const inProduction: ProjectConfig = {
  include: [
    'packages/core/src/receive/{cast,counts,overlap,policy,replay,retry,timeout}.test.ts',
    'packages/core/src/delivery-model/*.test.ts',
    'e2e/fuzz/fuzz.test.ts',
  ],
};

/** Those whose plugin takes all JSX for its own, or whose compiler is slow, are tested apart. */
const apart = '{packages/{angular,solid},apps/profile}';

/** What the React Compiler puts into components is found from here only. */
const react = join(root, 'packages/react');

/** The next major version of single-spa, in whose place its tests find the current one. */
const singleSpa = join(root, 'packages/single-spa');
const singleSpa7: PluginOption = {
  name: 'busbar:single-spa-7',
  config: () => ({ resolve: { alias: [{ find: /^single-spa$/, replacement: 'single-spa-7' }] } }),
};

/** The projects that `vitest` runs: where tests run, and with which compilers. */
export async function testProjects(): Promise<TestProjectInlineConfiguration[]> {
  const plain = [await pluginFor('react'), await pluginFor('vue'), await pluginFor('svelte')];
  const inChromium: ProjectConfig = {
    include: ['{packages,apps}/*/src/**/*.browser.test.{ts,tsx}', 'e2e/fuzz/*.browser.test.ts'],
    exclude: [`${apart}/**`, '**/*.compiled.browser.test.tsx'],
    browser: await chromium('chromium'),
  };
  const withReactCompiler: ProjectConfig = {
    include: ['src/{conformance,shop}.browser.test.tsx', 'src/**/*.compiled.browser.test.tsx'],
    browser: await chromium('compiled'),
  };
  const inSolid: ProjectConfig = {
    include: ['packages/solid/src/**/*.browser.test.{ts,tsx}'],
    browser: await chromium('solid'),
  };
  const inAngular: ProjectConfig = {
    include: ['{packages/angular,apps/profile}/src/**/*.browser.test.ts'],
    browser: await chromium('angular'),
    setupFiles: [join(root, '.ci/angular-compiler.ts')],
  };
  const onOldest: ProjectConfig = {
    include: [
      'packages/*/src/conformance.browser.test.{ts,tsx}',
      'packages/react/src/{shop,testing/render-with-bus}.browser.test.tsx',
      '.ci/ranges/*.browser.test.ts',
    ],
    browser: await chromium('oldest'),
  };
  const onSingleSpa7: ProjectConfig = { include: ['src/**/*.browser.test.ts'], browser: await chromium('single-spa-7') };
  return [
    testProject('node', [], inNode),
    testProject('production', [], inProduction, withoutProse),
    testProject('chromium', plain, inChromium),
    testProject('compiled', [compiledReact()], withReactCompiler, {}, react),
    testProject('solid', [await pluginFor('solid')], inSolid),
    testProject('angular', [await pluginFor('angular')], inAngular),
    testProject('single-spa-7', [singleSpa7], onSingleSpa7, {}, singleSpa),
    testProject('oldest', [oldestVersions(), await pluginFor('solid')], onOldest),
  ];
}

/** How long a loaded machine may take until what a test polls for has come, and a second try where a stall of it shows. */
const patience = ({ browser }: ProjectConfig): ProjectConfig => ({
  expect: { poll: { timeout: 10_000 } },
  retry: browser ? 1 : 0,
});

function testProject(
  name: string,
  plugins: PluginOption[],
  { setupFiles = [], ...test }: ProjectConfig,
  define: Record<string, string> = {},
  folder = root,
): TestProjectInlineConfiguration {
  return {
    root: folder,
    plugins: [...plugins, dropAbsentIncludes(folder)],
    define: { ...versionOf(join(root, 'packages/core')), ...define },
    oxc: {},
    // Vite finds what tests import, but not what their setup files do.
    optimizeDeps: { include: setupFiles.length > 0 ? ['@angular/compiler'] : [] },
    test: {
      name,
      restoreMocks: true,
      ...patience(test),
      ...test,
      setupFiles: [join(root, '.ci/fail-on-console.ts'), ...setupFiles],
    },
  };
}

async function chromium(name: string): Promise<ProjectConfig['browser']> {
  const { playwright } = await import('@vitest/browser-playwright');
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: { ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments } }),
    commands: { keepReads, renderOnServer },
    instances: [{ browser: 'chromium', name }],
  };
}
