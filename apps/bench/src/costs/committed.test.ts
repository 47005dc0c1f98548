import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { costStudies } from './cost-studies.ts';
import { costsFolder, madeFiles } from './made-files.ts';
import { readMeasured } from './measured.ts';
import { findingsFile, repository } from './write-costs.ts';

const committed = (path: string) => readFileSync(join(repository, path), 'utf8');
const measured = readMeasured(findingsFile);
const files = madeFiles(measured, costStudies, committed('README.md'));

test('every study has findings', () => {
  expect(Object.keys(measured).sort()).toEqual(costStudies.map(({ name }) => name).sort());
});

test.each(files)('$path is what the findings make of it: pnpm bench --page writes it', ({ path, content }) => {
  expect(committed(path)).toBe(content);
});

test('there is no chart that the findings do not make', () => {
  const charts = readdirSync(join(repository, costsFolder)).filter((file) => file.endsWith('.svg'));
  const made = files.map(({ path }) => path.replace(`${costsFolder}/`, '')).filter((path) => path.endsWith('.svg'));
  expect(charts.sort()).toEqual(made.sort());
});

test('the page says nothing but words and figures', () => {
  const [page] = files;
  expect(page!.content.match(/undefined|\bNaN\b|∞|\[object |=>/g) ?? []).toEqual([]);
});
