import { expect, test } from 'vitest';
import { parts } from '../../../../.ci/sizes/parts.ts';
import { isHeld } from '../report/bar.ts';
import type { WeightFindings } from './findings.ts';
import { firstEventPageNames } from './first-event-pages.ts';
import { byPage } from './first-event-summary.ts';
import { rivals } from './rivals.ts';
import { weightStudy } from './study.ts';

/** Every part has 1,000 bytes, every rival 500. */
const findings: WeightFindings = {
  parts: parts.map(({ what }) => ({ what, gzip: 1_000, brotli: 900 })),
  pages: ['Busbar + Zod', 'Busbar + Valibot', 'Zod alone'].map((what) => ({ what, gzip: 4_000, brotli: 3_000 })),
  rivals: rivals.map(({ name, package: from }) => ({
    name,
    package: from,
    minimal: { gzip: 500, brotli: 400 },
    everything: { gzip: 600, brotli: 450 },
  })),
  firstEvents: byPage(
    firstEventPageNames.map((page) => ({ page, parse: 1.5, script: 4.25, steps: { subscribe: 0.5, handled: 2 } })),
  ),
};

test('a bar is held by what has as many bytes as it may have, and by nothing larger', () => {
  expect(weightStudy.report(findings).bars.map(isHeld)).toEqual([true, true, true, true, true, true]);
  const larger = { ...findings, parts: findings.parts.map((part) => ({ ...part, gzip: 4_001 })) };
  expect(weightStudy.report(larger).bars.map(isHeld)).toEqual([false, true, false, false, false, true]);
});

test('the section tells every figure, shows every chart, and has nothing but words and figures', () => {
  const { section, charts } = weightStudy.report(findings);
  expect(section).toContain('25 % of 4,000 bytes');
  expect(section).toContain('| mitt | no | no | no | no | no | 500 | 400 | 600 |');
  expect(section).toContain('| Zod alone | 1.50 (1.50–1.50) | 4.25 (4.25–4.25) |  |  | 500 | 1,500 |');
  for (const { file } of charts) expect(section).toContain(`(what-it-costs/${file}.svg)`);
  expect(section).not.toMatch(/undefined|NaN|function ?\(|=>/);
});
