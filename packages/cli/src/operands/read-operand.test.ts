import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { defineEvent } from '@busbar/core';
import { describeContract } from '@busbar/governance/contracts';
import { emptyLock, formatLock, snapshot } from '@busbar/governance/lock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { createProject, type Project } from '../project.test.fixture.ts';
import { readOperand } from './read-operand.ts';

const itemAdded = defineEvent('cart:itemAdded', { version: 3, schema: z.object({ sku: z.string() }) });
const { lock } = snapshot(emptyLock, [describeContract(itemAdded)]);

let project: Project;
beforeAll(() => {
  project = createProject({
    'contracts/busbar.lock.json': formatLock(lock),
    'schema.json': '{ "type": "object" }',
    'anything.json': 'true',
    'marked.json': '\uFEFF{ "type": "object" }',
    'list.json': '[]',
    'broken.json': '{',
    'newer.lock.json': '{ "lockfileVersion": 9 }',
    '.gitignore': 'node_modules',
  });
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: project.folder });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Begin');
});
afterAll(() => project[Symbol.dispose]());

const read = (text: string) => {
  const lockFile = join(project.folder, 'contracts/busbar.lock.json');
  return readOperand(text, { cwd: project.folder, lockFile, lock: async () => lock });
};

it.each([
  ['schema.json', { kind: 'schema', schema: { schema: { type: 'object' } } }],
  ['marked.json', { kind: 'schema', schema: { schema: { type: 'object' } } }],
  ['anything.json', { kind: 'schema', schema: { schema: true } }],
  ['contracts/busbar.lock.json', { kind: 'lock', lock }],
  ['cart:itemAdded@3', { kind: 'schema', schema: { version: 3, input: expect.anything(), output: expect.anything() } }],
  ['main', { kind: 'lock', lock }],
  ['HEAD:contracts/busbar.lock.json', { kind: 'lock', lock }],
  ['HEAD:schema.json', { kind: 'schema' }],
  ['HEAD:./schema.json', { kind: 'schema' }],
])('reads %s', async (text, expected) => {
  expect(await read(text)).toMatchObject({ label: text, ...expected });
});

it.each([
  ['cart:itmAdded@3', 'No contract "cart:itmAdded" is locked. Did you mean "cart:itemAdded"?'],
  ['cart:itemAdded@7', 'Version 7 of "cart:itemAdded" is not locked.'],
  ['no-such-branch', 'no revision that git knows here'],
  ['--upload-pack=x', 'no revision that git knows here'],
  ['main:nowhere.json', 'main has no nowhere.json'],
  ['list.json', 'it is no object'],
  ['broken.json', 'is neither a JSON Schema nor a lock file'],
  ['newer.lock.json', 'newer.lock.json'],
])('says what is wrong with %s', async (text, sentence) => {
  await expect(read(text)).rejects.toThrow(sentence);
});
