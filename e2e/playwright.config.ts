import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../.ci/chromium.ts';

/** Each server takes a free port and says which; Playwright reads it from its output into SHOP_PORT, PROBE_PORT, RECIPES_PORT. */
const preview = 'vite preview --host 127.0.0.1 --port 0';
const node = JSON.stringify(process.execPath);

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A machine that is shared may stall for seconds. Whatever passes only now is named at the end of `npm test`.
  retries: 1,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments },
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
  },
  webServer: [
    {
      name: 'shop',
      command: preview,
      cwd: '..',
      wait: { stdout: /http:\/\/127\.0\.0\.1:(?<shop_port>\d+)/ },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
    },
    {
      name: 'probe',
      command: `${node} probe/build.ts && ${node} acceptance/build.ts && ${preview} --outDir dist/probe`,
      wait: { stdout: /http:\/\/127\.0\.0\.1:(?<probe_port>\d+)/ },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
    },
    {
      name: 'recipes',
      command: `${preview} --outDir dist/recipes`,
      cwd: '..',
      wait: { stdout: /http:\/\/127\.0\.0\.1:(?<recipes_port>\d+)/ },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
    },
  ],
});
