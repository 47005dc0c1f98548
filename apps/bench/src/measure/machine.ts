import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Browser } from '@playwright/test';
import { benchFolder } from './bundle-page.ts';
import { installedVersion } from './installed-version.ts';

/** What was measured on, and with which versions, in words. */
export interface Machine {
  readonly hardware: string;
  readonly versions: string;
  readonly date: string;
}

/** Says what the machine is made of, and no name of it. */
export function describeMachine(browser: Browser, packages: readonly string[]): Machine {
  const memory = Math.round(totalmem() / 2 ** 30);
  const versions = packages.map((name) => `${name} ${installedVersion(benchFolder, name)}`);
  return {
    hardware: `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB of memory`,
    versions: [`Chromium ${browser.version()}`, `Node ${process.versions.node}`, ...versions].join(', '),
    date: new Date().toISOString().slice(0, 10),
  };
}
