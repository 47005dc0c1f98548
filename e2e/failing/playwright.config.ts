import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../.ci/chromium.ts';

/** Tests that have to fail, run by a spec that reads their report. */
export default defineConfig({
  testDir: '.',
  testMatch: 'failing.ts',
  outputDir: '../test-results/failing',
  workers: 1,
  use: { launchOptions: { ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments } },
});
