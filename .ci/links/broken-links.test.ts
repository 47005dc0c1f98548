import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../root.mjs';
import { brokenLinks } from './broken-links.ts';

describe('the Markdown of this repository', () => {
  const notOurs = /(^|\/)(node_modules|dist|test-results|\.git)\//;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.md') && !notOurs.test(file),
  );

  it('holds the files that people look for first', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'packages/core/README.md', 'apps/docs/behaviour.md']));
  });

  it.each(files)('has no link that leads nowhere: %s', (file) => {
    expect(brokenLinks(join(root, file))).toEqual([]);
  });
});

describe('brokenLinks', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'busbar-links-'));
    writeFileSync(join(folder, 'other page.md'), '# A title, *with* `code`\n\n## Twice\n\n## Twice\n');
    writeFileSync(join(folder, 'cart.test.ts'), "it('keeps what was put in', () => {});");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function complaintsAbout(markdown: string): string[] {
    const file = join(folder, 'page.md');
    writeFileSync(file, markdown);
    return brokenLinks(file).map((complaint) => complaint.replace(`${file}:`, ''));
  }

  it.each([
    '[a page](other%20page.md)',
    '[a heading](other%20page.md#a-title-with-code)',
    '[the second of its name](other%20page.md#twice-1)',
    '# Here\n[above](#here)',
    '[elsewhere](https://example.com/nowhere)',
    '[keeps what was](cart.test.ts)',
    '[`cart.test.ts`](cart.test.ts)',
    '<img src="cart.test.ts" alt="">',
    '```md\n[code](nowhere.md)\n```',
    '`[code](nowhere.md)`',
    '[`a`](page.md) and [`b`](page.md)',
  ])('follows %j', (markdown) => {
    expect(complaintsAbout(markdown)).toEqual([]);
  });

  it.each([
    ['[`a`](nowhere.md) and [`b`](page.md)', '1: nowhere.md is not there.'],
    ['\n[gone](nowhere.md)', '2: nowhere.md is not there.'],
    ['[from the root](/page.md)', '1: /page.md is not there.'],
    ['[no heading](other%20page.md#three-times)', '1: other%20page.md#three-times names no heading.'],
    ['[a line](cart.test.ts#L1)', '1: cart.test.ts#L1 names no heading.'],
    ['[loses what was put in](cart.test.ts)', '1: cart.test.ts has no test that says "loses what was put in".'],
    ['<source srcset="dark.png">', '1: dark.png is not there.'],
  ])('stops at %j', (markdown, complaint) => {
    expect(complaintsAbout(markdown)).toEqual([complaint]);
  });
});
