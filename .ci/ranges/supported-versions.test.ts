import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../root.mjs';
import { readManifest } from '../vite/manifest.ts';

const page = readFileSync(join(root, 'apps/docs/supported-versions.md'), 'utf8');

interface Row {
  readonly adapter: string;
  readonly framework: string;
  readonly range: string;
  readonly oldest: string;
  readonly newest: string;
}

const rows = [...page.matchAll(/^\| `@busbar\/(\S+)` \| `(\S+)` (.+?) \| (\S+) \| (\S+) \|$/gm)].map(
  ([, adapter = '', framework = '', range = '', oldest = '', newest = '']): Row => ({
    adapter,
    framework,
    range,
    oldest,
    newest,
  }),
);

/** The version of what is installed in a folder of this repository. */
function installed(folder: string, name: string): string {
  return readManifest(join(root, folder, 'node_modules', name)).version;
}

describe('the table of supported versions', () => {
  it('has every adapter', () => {
    const installedOldest = Object.entries(readManifest(join(root, '.ci/ranges')).devDependencies ?? {})
      .filter(([name, version]) => version === 'catalog:oldest' && !/^@types|-dom$|^@angular\/(?!core)/.test(name))
      .map(([name]) => name);
    expect(rows.map(({ framework }) => framework).sort()).toEqual(installedOldest.sort());
  });

  it.each(rows)('has the range that @busbar/$adapter asks for', ({ adapter, framework, range }) => {
    expect(readManifest(join(root, 'packages', adapter)).peerDependencies?.[framework]).toBe(range);
  });

  it.each(rows)('has both versions that @busbar/$adapter is tested with', ({ adapter, framework, oldest, newest }) => {
    expect([oldest, newest]).toEqual([installed('.ci/ranges', framework), installed(`packages/${adapter}`, framework)]);
  });

  it.each(rows)('begins where the range of @busbar/$adapter begins', ({ range, oldest }) => {
    const lowerEnd = range.match(/[\d.]+/)?.[0];
    expect(`${oldest}.`.startsWith(`${lowerEnd}.`)).toBe(true);
  });

  it('has the versions of TypeScript that declarations are checked with', () => {
    const compilers = [
      installed('.ci/ranges', 'typescript-oldest'),
      installed('.', 'typescript'),
      installed('.ci/ranges', 'typescript-newest'),
    ];
    expect(page.replaceAll('\n', ' ')).toContain(`TypeScript ${compilers[0]}, ${compilers[1]} and ${compilers[2]}`);
  });
});

describe('the README of an adapter', () => {
  it.each(rows)('says from which version on @busbar/$adapter works, and links to the table', ({ adapter, range }) => {
    const readme = readFileSync(join(root, 'packages', adapter, 'README.md'), 'utf8');
    expect(readme).toMatch(/\]\(\S*apps\/docs\/supported-versions\.md\)/);
    expect(readme).toContain(range.match(/\d+(\.[1-9]\d*)?/)?.[0]);
  });
});
