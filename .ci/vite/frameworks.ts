import { join } from 'node:path';
import type { PluginOption } from 'vite';
import { root } from '../root.mjs';

/** What components are written in. */
export type Framework = 'react' | 'vue' | 'angular' | 'svelte' | 'solid';

/** The plugin that compiles the components of a framework. Imported when needed: each of them brings a compiler along. */
export async function pluginFor(framework: Framework): Promise<PluginOption> {
  if (framework === 'react') return (await import('@vitejs/plugin-react')).default();
  if (framework === 'vue') return (await import('@vitejs/plugin-vue')).default();
  if (framework === 'svelte') return (await import('@sveltejs/vite-plugin-svelte')).svelte({ configFile: false });
  // `ssr` makes what it compiles for browsers hydratable; a server's modules are compiled as such only by it.
  if (framework === 'solid')
    return (await import('vite-plugin-solid')).default({ hot: false, ssr: true, exclude: /\/packages\/react\// });
  return angular();
}

/** Compiles the files of the Angular folders ahead of time, and leaves all others to Vite. */
async function angular(): Promise<PluginOption> {
  const { default: plugin } = await import('@analogjs/vite-plugin-angular');
  return plugin({
    tsconfig: join(root, 'tsconfig.angular.json'),
    jit: false,
    transformFilter: (_code, id) => /\/(apps\/profile|packages\/angular)\/src\//.test(id),
  });
}
