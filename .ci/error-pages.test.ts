// The pages that explain errors and warnings. That each code has one is tested beside the codes.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './readme/blocks.ts';
import { root } from './root.mjs';

const docs = join(root, 'apps/docs');
const codes = readdirSync(join(docs, 'errors')).map((file) => basename(file, '.md'));
const index = readFileSync(join(docs, 'errors.md'), 'utf8');

describe.each(codes)('the page of %s', (code) => {
  const page = readFileSync(join(docs, `errors/${code}.md`), 'utf8');

  it('has the code for a title and is in the index', () => {
    expect(page).toMatch(`# \`${code}\`\n`);
    expect(index).toContain(`[\`${code}\`](errors/${code}.md)`);
  });

  it('shows an example that is run, and what it prints', () => {
    const [example, ...others] = blocksOf(page);
    expect(others).toEqual([]);
    expect(example).toMatchObject({ run: expect.any(String), prints: expect.arrayContaining([expect.any(String)]) });
  });
});
