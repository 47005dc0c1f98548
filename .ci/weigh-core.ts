// `node .ci/weigh-core.ts`: what each part of a bus weighs, for apps/docs/decisions/014-size-of-the-core.md. A part's weight
// is what goes when its sources, which sizes/core-parts.ts names, are emptied, or what comes with the function that brings it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './root.mjs';
import { bundle } from './sizes/bundle.ts';
import { type CorePart, coreParts } from './sizes/core-parts.ts';
import { weightOf } from './sizes/weight.ts';
import { noteRendered, type Rendered, withoutModules } from './sizes/without-modules.ts';
import { versionOf, withoutProse } from './vite/manifest.ts';

const core = join(root, 'packages/core');
const define = { ...versionOf(core), ...withoutProse, inDevelopment: 'false' };
/** Lets what only development needs go before modules are put together, so that nothing takes it for needed. */
const decided: Plugin = {
  name: 'busbar:decided',
  enforce: 'pre',
  transform: (code) => code.replace(/^import \{ inDevelopment \} from .+;$/m, ''),
};
const rendered: Rendered = new Map();
const bus = 'createBus, defineEvent';
const whole = await weigh(bus, noteRendered(rendered));
const weighed = await Promise.all(coreParts.map(async (part) => ({ ...part, bytes: await bytesOf(part) })));
console.log(`A bus has ${whole} bytes after gzip.\n`);
console.log('| part | bytes after gzip |\n| --- | ---: |');
for (const { what, bytes } of weighed.sort((one, other) => other.bytes - one.bytes)) {
  console.log(`| ${what} | ${bytes.toLocaleString('en')} |`);
}

async function bytesOf({ files, imported }: CorePart): Promise<number> {
  if (imported) return (await weigh(`${bus}, ${imported}`)) - whole;
  return whole - (await weigh(bus, withoutModules(files.map(sourceNamed), rendered)));
}

async function weigh(names: string, ...plugins: Plugin[]): Promise<number> {
  const source = `export { ${names} } from '${sourceNamed('index')}'`;
  return weightOf(await bundle({ source, without: ['rxjs'] }, { define, plugins: [decided, ...plugins] })).gzip;
}

function sourceNamed(name: string): string {
  const file = join(core, 'src', `${name}.ts`);
  if (!existsSync(file)) throw new Error(`${file} is not there: sizes/core-parts.ts names it.`);
  return file;
}
