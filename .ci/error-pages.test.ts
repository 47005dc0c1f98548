// The pages that explain errors and warnings. That each code has one is tested beside the codes.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './readme/blocks.ts';
import { root } from './root.mjs';

const docs = join(root, 'apps/docs');
/** Those of packages lie in a folder of their package. */
const pages = readdirSync(join(docs, 'errors'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
const index = readFileSync(join(docs, 'errors.md'), 'utf8');

describe.each(pages)('the page errors/%s', (file) => {
  const code = basename(file, '.md');
  const page = readFileSync(join(docs, 'errors', file), 'utf8');

  it('has the code for a title and is in the index', () => {
    expect(page).toMatch(`# \`${code}\`\n`);
    expect(index).toContain(`[\`${code}\`](errors/${file})`);
  });

  it('shows an example that is run, and what it prints', () => {
    const [example, ...others] = blocksOf(page);
    expect(others).toEqual([]);
    expect(example).toMatchObject({ run: expect.any(String), prints: expect.arrayContaining([expect.any(String)]) });
  });
});
