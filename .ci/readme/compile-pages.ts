import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../root.mjs';
import type { Block } from './blocks.ts';

/** The code of one Markdown file. */
export interface Page {
  readonly file: string;
  /** Where its code is written: a folder right below that of the whole program. */
  readonly folder: string;
  readonly blocks: readonly Block[];
}

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

/** Writes the blocks of pages as the files that they are, and gives the compiler's complaints, each with page and line. */
export function compilePages(pages: readonly Page[], folder: string): string[] {
  const files = pages.flatMap((page) => writeBlocks(page).map((file) => relative(folder, file)));
  if (files.length === 0) return [];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
  const compiler = join(root, 'node_modules/.bin/vue-tsc');
  const { status, stdout, stderr } = spawnSync(compiler, ['-p', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  if (status === 0) return [];
  const complaints = [...stdout.matchAll(/^([\w-]+)\/[\w.-]+\((\d+),\d+\): error \w+: (.*)$/gm)].map(
    ([, name = '', line, message]) => `${pages.find((page) => page.folder === join(folder, name))?.file}:${line}: ${message}`,
  );
  // The compiler failed, so there is something to say in any case.
  return complaints.length > 0 ? complaints : [`${stdout}${stderr}`];
}

/** The files that a compiler can read. */
function writeBlocks({ folder, blocks }: Page): string[] {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of blocks) writeFileSync(join(folder, file), code);
  return blocks.map(({ file }) => join(folder, file)).filter((file) => !file.endsWith('.html'));
}
