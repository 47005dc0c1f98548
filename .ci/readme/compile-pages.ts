import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
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

/** A compiler, and the files that it reads of a page. */
interface Compiler {
  readonly command: string;
  reads(page: Page): string[];
  given(config: string): string[];
  /** What its complaints look like: file, line, message. */
  readonly complaint: RegExp;
}

const typescript: Compiler = {
  command: 'vue-tsc',
  // What imports a component for Svelte is for the compiler that knows what that is.
  reads: (page) => filesOf(page, usesSvelte(page) ? /\.vue$/ : /\.(ts|tsx|vue)$/),
  given: (config) => ['-p', config, '--pretty', 'false'],
  complaint: /^(\S+)\((\d+),\d+\): error \w+: (.*)$/gm,
};

const svelte: Compiler = {
  command: 'svelte-check',
  reads: (page) => (usesSvelte(page) ? filesOf(page, /\.(ts|tsx|svelte)$/) : []),
  given: (config) => ['--tsconfig', config, '--output', 'machine', '--fail-on-warnings'],
  complaint: /^\d+ (?:ERROR|WARNING) "(.+?)" (\d+):\d+ "(.*)"$/gm,
};

/** Writes the blocks of pages as the files that they are, and gives the compilers' complaints, each with page and line. */
export function compilePages(pages: readonly Page[], folder: string): string[] {
  pages.forEach(writeBlocks);
  return [typescript, svelte].flatMap((compiler) => {
    const files = pages.flatMap(compiler.reads).map((file) => relative(folder, file));
    return files.length === 0 ? [] : compile(compiler, files, pages, folder);
  });
}

function writeBlocks({ folder, blocks }: Page): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of blocks) writeFileSync(join(folder, file), code);
}

function usesSvelte({ blocks }: Page): boolean {
  return blocks.some(({ file }) => file.endsWith('.svelte'));
}

function filesOf({ folder, blocks }: Page, endings: RegExp): string[] {
  return blocks.filter(({ file }) => endings.test(file)).map(({ file }) => join(folder, file));
}

function compile({ command, given, complaint }: Compiler, files: string[], pages: readonly Page[], folder: string): string[] {
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', command), given(config), {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status === 0) return [];
  const complaints = [...stdout.matchAll(complaint)].map(([, file = '', line, message]) => {
    const page = pages.find((one) => one.folder === join(folder, dirname(file)));
    return `${page?.file ?? file}:${line}: ${message}`;
  });
  // The compiler failed, so there is something to say in any case.
  return complaints.length > 0 ? complaints : [`${stdout}${stderr}`];
}
