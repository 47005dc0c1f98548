import { relative } from 'node:path';
import { runEsBuildBuilder } from '@softarc/native-federation-esbuild';
import { built, bundle, bundleConfig, recipes } from '../bundle.ts';

const { define = {} } = bundleConfig();
/** Has esbuild put in what Vite puts into the other recipes. */
const defined = {
  name: 'recipes:define',
  setup: ({ initialOptions }: { initialOptions: { define?: Record<string, string> } }) => {
    initialOptions.define = define;
  },
};

/** Builds two remotes, which share nothing, and the host that loads them by the orchestrator. */
export async function buildNativeFederation(): Promise<void> {
  for (const name of ['products', 'cart']) {
    const federation = await runEsBuildBuilder(`native-federation/${name}.config.ts`, {
      workspaceRoot: recipes,
      outputPath: relative(recipes, `${built}/native-federation/${name}`),
      projectName: name,
      entryPoints: [`micro-frontends/${name}.ts`],
      adapterConfig: { plugins: [defined] },
    });
    await federation.close();
  }
  await bundle({ entry: 'native-federation/host.ts', file: 'native-federation/host.js' });
}
