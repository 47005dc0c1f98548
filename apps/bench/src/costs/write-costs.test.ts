import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CostStudy } from '../report/cost-study.ts';
import { readMeasured } from './measured.ts';
import { writeCosts } from './write-costs.ts';

const machine = { hardware: '2 cores', versions: 'Chromium 156', date: '2026-11-23' };
const measured = { storm: { machine, findings: [1, 2] } };
const study: CostStudy<unknown> = {
  name: 'storm',
  measure: async () => [],
  report: (findings) => {
    if (!findings) throw new Error('Nothing was found.');
    return { bars: [], charts: [{ file: 'storm', svg: '<svg/>', alternative: '' }], section: `## ${findings}` };
  },
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'busbar-costs-'));
  mkdirSync(join(root, 'apps/docs/what-it-costs'), { recursive: true });
  writeFileSync(join(root, 'README.md'), '# Busbar\n');
  writeFileSync(join(root, 'apps/docs/what-it-costs/gone.svg'), '<svg/>');
});
afterEach(() => rmSync(root, { recursive: true }));

const charts = () => readdirSync(join(root, 'apps/docs/what-it-costs')).sort();

test('findings, page and charts are written, and what is no longer drawn goes away', () => {
  writeCosts(measured, [study], root);
  expect(charts()).toEqual(['findings.json', 'storm.svg']);
  expect(readMeasured(join(root, 'apps/docs/what-it-costs/findings.json'))).toEqual(measured);
  expect(readFileSync(join(root, 'apps/docs/what-it-costs.md'), 'utf8')).toContain('## 1,2');
});

test('a report that fails leaves page and charts as they were, and keeps the findings', () => {
  expect(() => writeCosts({ storm: { machine, findings: null } }, [study], root)).toThrow('Nothing was found.');
  expect(charts()).toEqual(['findings.json', 'gone.svg']);
});
