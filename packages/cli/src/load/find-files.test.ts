import { expect, it } from 'vitest';
import { createProject } from '../project.test.fixture.ts';
import { findFiles } from './find-files.ts';

const files = ['src/a.ts', 'src/b.ts', 'src/deep/c.ts', 'src/d.js', 'node_modules/lib/e.ts'];

it.each([
  [['src/*.ts'], ['src/a.ts', 'src/b.ts']],
  [['src/**/*.ts'], ['src/a.ts', 'src/b.ts', 'src/deep/c.ts']],
  [
    ['src/b.ts', 'src/a.ts', 'src/a.ts'],
    ['src/a.ts', 'src/b.ts'],
  ],
  [['src/*.ts', '!src/b.ts'], ['src/a.ts']],
  [
    ['!src/b.ts', 'src/*.{ts,js}'],
    ['src/a.ts', 'src/d.js'],
  ],
  [['src/*', '!src/*.ts'], ['src/d.js']],
  [['src'], ['src/a.ts', 'src/b.ts', 'src/d.js']],
  [['./src/a.ts'], ['src/a.ts']],
  [['**/e.ts'], []],
  [['src/none.ts'], []],
])('finds %j', async (patterns, expected) => {
  using project = createProject(Object.fromEntries(files.map((file) => [file, ''])));
  const found = await findFiles(patterns, project.folder);
  expect(found.map((file) => file.slice(project.folder.length + 1))).toEqual(expected);
});
