import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from './blocks.ts';
import { compilePages } from './compile-pages.ts';
import { runBlocks } from './run-blocks.ts';

/**
 * Compiles the code of READMEs or other pages as one program and runs it, in a folder where the packages are installed, or
 * whose parents have them.
 *
 * @returns one sentence for each thing that is not true, with file and line
 */
export async function checkReadmes(files: readonly string[], folder: string, scriptTag: string): Promise<string[]> {
  const pages = files.map((file, index) => ({
    file,
    folder: join(folder, String(index)),
    blocks: blocksOf(readFileSync(file, 'utf8')),
  }));
  const complaints = compilePages(pages, folder);
  if (complaints.length > 0) return complaints;
  for (const page of pages) {
    const untrue = await runBlocks(page.blocks, page.folder, scriptTag);
    complaints.push(...untrue.map((complaint) => `${page.file}:${complaint}`));
  }
  return complaints;
}
