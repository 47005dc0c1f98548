import { type Browser, chromium } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../../../.ci/chromium.ts';

/** Starts the system's Chromium, without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: chromiumArguments });
}
