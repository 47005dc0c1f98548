import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProject } from '../project.test.fixture.ts';
import { writeFiles } from './write-files.ts';

const file = { path: 'deep/a.txt', text: 'one' };

it('writes files and their folders, and tells which', async () => {
  using project = createProject();
  const out = join(project.folder, 'out');
  expect(await writeFiles(out, [file], false)).toEqual([join(out, 'deep/a.txt')]);
  expect(project.read('out/deep/a.txt')).toBe('one');
  expect(readdirSync(join(out, 'deep'))).toEqual(['a.txt']);
});

it('leaves a file alone that is as it should be', async () => {
  using project = createProject({ 'deep/a.txt': 'one' });
  const before = statSync(join(project.folder, 'deep/a.txt')).ino;
  expect(await writeFiles(project.folder, [file], false)).toEqual([]);
  expect(statSync(join(project.folder, 'deep/a.txt')).ino).toBe(before);
});

it('writes nothing in a dry run, and tells the same', async () => {
  using project = createProject();
  expect(await writeFiles(project.folder, [file], true)).toHaveLength(1);
  expect(existsSync(join(project.folder, 'deep'))).toBe(false);
});

it('does not leave the folder', async () => {
  using project = createProject();
  await expect(writeFiles(project.folder, [{ path: '../a.txt', text: '' }], false)).rejects.toThrow('leads out of the folder');
});

it('says where it cannot write', async () => {
  using project = createProject({ deep: 'a file where a folder should be' });
  await expect(writeFiles(project.folder, [file], false)).rejects.toThrow('deep/a.txt cannot be written');
});

it('leaves nothing beside a file that it cannot write', async () => {
  using project = createProject({ 'deep/a.txt/b.txt': 'a folder where a file should be' });
  await expect(writeFiles(project.folder, [file], false)).rejects.toThrow('deep/a.txt cannot be written');
  expect(readdirSync(join(project.folder, 'deep'))).toEqual(['a.txt']);
});
