import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { buildCore } from './build-core.ts';
import { SourceOf } from './source-of.ts';

it('tells which source a function of the built core comes from', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'busbar-source-of-'));
  const file = await buildCore(folder);
  const built = await readFile(file, 'utf8');
  const sourceOf = new SourceOf(pathToFileURL(file).href);
  const functions = ['function defineEvent(', 'function createHub(', 'function createListener('].map((text) =>
    built.indexOf(text),
  );
  expect(functions.map((offset) => sourceOf.offset(offset))).toEqual([
    'define-event.ts',
    'hub/create-hub.ts',
    'receive/create-listener.ts',
  ]);
  await rm(folder, { recursive: true });
});
