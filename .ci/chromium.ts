import { existsSync } from 'node:fs';

const places = [
  process.env['BUSBAR_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The system's Chromium or Chrome; undefined means Playwright's own download. */
export function findChromium(): string | undefined {
  return places.find((place) => place && existsSync(place));
}

/** What `findChromium` found when this was loaded. */
export const chromiumPath: string | undefined = findChromium();

/** Arguments that let Chromium start as root and keep quiet on a closed network. */
export const chromiumArguments: string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
