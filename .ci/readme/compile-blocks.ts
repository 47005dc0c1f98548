import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import type { Block } from './blocks.ts';

const options = {
  strict: true,
  noEmit: true,
  target: 'ES2023',
  module: 'ESNext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  allowImportingTsExtensions: true,
  experimentalDecorators: true,
  jsx: 'react-jsx',
  lib: ['ES2023', 'ESNext.Disposable', 'DOM', 'DOM.Iterable'],
  types: [],
  skipLibCheck: true,
};

/** Writes the blocks into a folder as the files that they are, and gives the compiler's complaints, each with its line in the README. */
export function compileBlocks(blocks: readonly Block[], folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of blocks) writeFileSync(join(folder, file), code);
  const files = blocks.map(({ file }) => file).filter((file) => !file.endsWith('.html'));
  if (files.length === 0) return [];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
  const compiler = join(root, 'node_modules/.bin/vue-tsc');
  const { status, stdout, stderr } = spawnSync(compiler, ['-p', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  if (status === 0) return [];
  const complaints = [...stdout.matchAll(/^[\w.-]+\((\d+),\d+\): error \w+: (.*)$/gm)].map(
    ([, line, message]) => `${line}: ${message}`,
  );
  // The compiler failed, so there is something to say in any case.
  return complaints.length > 0 ? complaints : [`1: ${stdout}${stderr}`];
}
