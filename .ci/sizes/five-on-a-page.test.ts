import { expect, test } from 'vitest';
import { fiveOnAPage } from './five-on-a-page.ts';
import { inReact, inReactOnPageCopy, script } from './parts.ts';

test('a page with five micro-frontends has five copies of the core, or the script and five bundles without one', () => {
  const weighed = [
    { what: script, gzip: 20_000, brotli: 19_000 },
    { what: inReact, gzip: 18_000, brotli: 17_000 },
    { what: inReactOnPageCopy, gzip: 1_000, brotli: 900 },
  ];
  expect(fiveOnAPage(weighed)).toMatchObject([
    { gzip: 90_000, brotli: 85_000 },
    { gzip: 25_000, brotli: 23_500 },
  ]);
});

test('what was not weighed is not taken for nothing', () => {
  expect(() => fiveOnAPage([])).toThrow('Nothing was weighed that is called');
});
