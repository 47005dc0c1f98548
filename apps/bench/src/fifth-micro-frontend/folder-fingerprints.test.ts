import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderChange, folderFingerprints } from './folder-fingerprints.ts';

test('files that are new, other or gone are told apart from those written anew with the same content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'busbar-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (file: string, content: string) => writeFileSync(join(folder, file), content);
  for (const file of ['same', 'other', 'gone']) write(file, 'as it was');
  const before = folderFingerprints(folder);
  write('same', 'as it was');
  write('other', 'as it is');
  write('new', '');
  rmSync(join(folder, 'gone'));
  expect(folderChange(before, folderFingerprints(folder))).toEqual({
    added: ['new'],
    changed: expect.arrayContaining(['other', 'gone']),
  });
  expect(folderChange(before, folderFingerprints(folder)).changed).toHaveLength(2);
});
