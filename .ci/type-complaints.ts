import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { readManifest } from './vite/manifest.ts';

/** The compiler of this repository, and the ends of the range that people may have. */
const compilers = [
  'node_modules/typescript',
  '.ci/ranges/node_modules/typescript-oldest',
  '.ci/ranges/node_modules/typescript-newest',
];

/** As bundlers resolve packages, and as Node does. */
const resolutions = [
  { module: 'esnext', moduleResolution: 'bundler' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
];

/** What compilers find wrong with `program.ts` in a folder, and with the declarations of the packages that it imports. */
export async function typeComplaints(folder: string): Promise<string[]> {
  const complaints: string[] = [];
  // Two at once: a compiler takes a processor and most of a gigabyte.
  for (const compiler of compilers) {
    const checks = resolutions.map((resolution) => check(join(root, compiler), resolution, folder));
    complaints.push(...(await Promise.all(checks)).flat());
  }
  return complaints;
}

async function check(compiler: string, resolution: (typeof resolutions)[number], folder: string): Promise<string[]> {
  const name = `TypeScript ${readManifest(compiler).version}, ${resolution.moduleResolution}`;
  const compilerOptions = {
    ...resolution,
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
    types: [],
  };
  const config = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const said = await run('node', [join(compiler, 'bin/tsc'), '-p', config, '--pretty', 'false'], folder);
  return said.filter(isOurs).map((line) => `${name}: ${line}`);
}

/** The lines that a command says; the reason where it fails without a word. */
function run(command: string, given: string[], folder: string): Promise<string[]> {
  return new Promise((resolve) => {
    execFile(command, given, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const lines = `${stdout}${stderr}`.split('\n').filter((line) => line && !line.startsWith(' '));
      resolve(error && lines.length === 0 ? [error.message] : lines);
    });
  });
}

/** What other people's declarations get wrong is not for this check. */
function isOurs(line: string): boolean {
  return !/^\S+\(\d+,\d+\): error/.test(line) || /^program\.ts|@busbar/.test(line);
}
