import { expect, test } from 'vitest';
import { readmeTable, tableWithLimits, tooLarge, type WeighedPart } from './size-table.ts';

const parts: WeighedPart[] = [
  { what: 'the core', gzip: 14_266, brotli: 13_101, limit: 14_300, inReadme: true },
  { what: 'a hook', gzip: 101, brotli: 90, limit: 100 },
  { what: 'a store', gzip: 5_207, brotli: 4_748 },
];

test('the table of the command has every part and its limit', () => {
  expect(tableWithLimits(parts).split('\n').slice(2)).toEqual([
    '| the core | 14,266 | 13,101 | 14,300 |',
    '| a hook | 101 | 90 | 100 |',
    '| a store | 5,207 | 4,748 |  |',
  ]);
});

test('the table of the README has the parts that it tells, without limits', () => {
  expect(readmeTable(parts)).toBe(
    '| minified, in bytes | gzip | brotli |\n| --- | ---: | ---: |\n| the core | 14,266 | 13,101 |',
  );
});

test('a part above its limit is complained of, and no other', () => {
  expect(tooLarge(parts)).toEqual(['Too large: a hook has 101 bytes after gzip and may have 100.']);
});
