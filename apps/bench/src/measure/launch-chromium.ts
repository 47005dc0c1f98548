import { type Browser, chromium } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../../../.ci/chromium.ts';

/** Starts the system's Chromium, without a window. Its pages can collect garbage: `collectGarbage` in a page does. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [...chromiumArguments, '--js-flags=--expose-gc'],
  });
}
