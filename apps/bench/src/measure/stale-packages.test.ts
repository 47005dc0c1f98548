import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stalePackages } from './stale-packages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'busbar-stale-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, second: number): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, second, second);
}

test('a package that was built after its last change is not stale', () => {
  write('core/src/hub/topic.ts', 10);
  write('core/dist/index.js', 20);
  expect(stalePackages(['core'], folder)).toEqual([]);
});

test('a package that was never built, or has changed since, is stale', () => {
  write('vue/src/index.ts', 10);
  write('react/dist/index.js', 20);
  write('react/src/hooks/use-event.ts', 30);
  expect(stalePackages(['vue', 'react'], folder)).toEqual(['vue', 'react']);
});

test('a test that has changed does not make its package stale', () => {
  write('core/dist/index.js', 20);
  write('core/src/topic.test.ts', 30);
  expect(stalePackages(['core'], folder)).toEqual([]);
});
