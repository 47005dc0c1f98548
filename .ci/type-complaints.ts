import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

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
export function typeComplaints(folder: string): string[] {
  return compilers.flatMap((compiler) =>
    resolutions.flatMap((resolution) =>
      complaintsOf(join(root, compiler), folder, resolution).map(
        (complaint) => `${versionOf(join(root, compiler))}, ${resolution.moduleResolution}: ${complaint}`,
      ),
    ),
  );
}

function complaintsOf(compiler: string, folder: string, resolution: (typeof resolutions)[number]): string[] {
  const compilerOptions = {
    ...resolution,
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const { status, stdout, stderr } = spawnSync('node', [join(compiler, 'bin/tsc'), '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line && !line.startsWith(' '));
  if (status !== 0 && lines.length === 0) return ['the compiler failed and said nothing.'];
  // What other people's declarations get wrong is not for this check.
  return lines.filter((line) => !/^\S+\(\d+,\d+\): error/.test(line) || /^program\.ts|@busbar/.test(line));
}

function versionOf(compiler: string): string {
  return `TypeScript ${spawnSync('node', [join(compiler, 'bin/tsc'), '--version'], { encoding: 'utf8' })
    .stdout.replace('Version', '')
    .trim()}`;
}
