import { readFileSync } from 'node:fs';
import { blocksOf } from './blocks.ts';
import { compileBlocks } from './compile-blocks.ts';
import { runBlocks } from './run-blocks.ts';

/**
 * Compiles and runs the code of a README in a folder where the packages are installed, or whose parents have them.
 *
 * @returns one sentence for each thing that is not true, with file and line
 */
export async function checkReadme(readme: string, folder: string, scriptTag: string): Promise<string[]> {
  const complaints = await complaintsAbout(readFileSync(readme, 'utf8'), folder, scriptTag);
  return complaints.map((complaint) => `${readme}:${complaint}`);
}

async function complaintsAbout(text: string, folder: string, scriptTag: string): Promise<string[]> {
  const blocks = blocksOf(text);
  const wrong = compileBlocks(blocks, folder);
  return wrong.length > 0 ? wrong : runBlocks(blocks, folder, scriptTag);
}
