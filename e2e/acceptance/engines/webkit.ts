import { hasDisplay, openDisplay } from './display.ts';
import type { Engine } from './engine.ts';
import { findProgram, start, temporaryFolder, versionOfProgram } from './spawned.ts';

const program = findProgram(
  process.env['BUSBAR_WEBKIT'],
  `/usr/lib/${{ arm64: 'aarch64', x64: 'x86_64' }[process.arch as string]}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
);

/** WebKitGTK in its own little browser, on a screen in memory. It is only told what to open, as Firefox is. */
export const webkit: Engine = {
  name: 'WebKitGTK',
  install: 'apt-get install webkit2gtk-driver xvfb',
  async version() {
    if (!program || !hasDisplay) return undefined;
    const display = await openDisplay();
    const version = versionOfProgram(program, { ...process.env, DISPLAY: display.name });
    display.close();
    return version;
  },
  async open(url) {
    const folder = temporaryFolder();
    const display = await openDisplay();
    const places = { HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, DISPLAY: display.name };
    const close = start(program!, [url], { ...process.env, ...places }, folder);
    return async () => {
      await close();
      display.close();
    };
  },
};
