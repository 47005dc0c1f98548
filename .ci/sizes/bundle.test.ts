import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle } from './bundle.ts';
import { weightOf } from './weight.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'busbar-bundle-'));
  writeFileSync(join(folder, 'library.js'), `export const used = 'is used';\nexport const unused = 'is not used';`);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a bundle has what is taken, and nothing else', async () => {
  const code = await bundle({ source: `export { used } from './library.js'`, folder });
  expect(code).toContain('is used');
  expect(code).not.toContain('is not used');
});

test('a library that the application has anyway is left out', async () => {
  const code = await bundle({ source: `export * from 'react'; export { used } from './library.js'`, without: ['react'], folder });
  expect(code).toMatch(/from\s*["']react["']/);
});

test('a bundle is what applications have in production', async () => {
  const code = await bundle({ source: `export const mode = process.env.NODE_ENV === 'production' ? 'short' : 'long'`, folder });
  expect(code).toContain('short');
  expect(code).not.toContain('long');
});

test('a text weighs less the better it is compressed', () => {
  const { gzip, brotli } = weightOf('Busbar carries what happened. '.repeat(100));
  expect(gzip).toBeLessThan(100);
  expect(brotli).toBeLessThan(gzip);
});
