import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

/** What runs in pages. */
export type PageScript = 'recorder' | 'emitter';

const made = new Map<PageScript, Promise<string>>();

/**
 * A script for pages as one expression, whose value is what the script exports.
 *
 * Bundled from its sources here. The build of the package puts the text of both in the place of this module.
 */
export function pageScript(name: PageScript): Promise<string> {
  const script = made.get(name) ?? bundle(name);
  made.set(name, script);
  return script;
}

async function bundle(name: PageScript): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(`./in-page/${name}.ts`, import.meta.url)), formats: ['iife'], name: 'exported' },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return `(() => { let exported; ${output[0].code.replace(/^var exported\s*=/, 'exported =')}; return exported; })()`;
}
