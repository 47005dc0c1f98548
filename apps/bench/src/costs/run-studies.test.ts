import { expect, test } from 'vitest';
import type { CostStudy } from '../report/cost-study.ts';
import { runStudies } from './run-studies.ts';
import { studiesNamed } from './studies-named.ts';

function study(name: string, report: () => string): CostStudy<unknown> {
  return { name, measure: async () => name, report: () => ({ bars: [], charts: [], section: report() }) };
}
const machine = { hardware: '2 cores', versions: 'Chromium 156', date: '2026-11-23' };
const studies = [study('emit', () => 'emits'), study('storm', () => 'storms'), study('weight', () => 'weighs')];

test('studies are run one after the other, and each has findings and a report', async () => {
  const order: string[] = [];
  const { results, failures } = await runStudies(studies, async ({ name }) => {
    order.push(`${name} begins`);
    await undefined;
    order.push(`${name} ends`);
    return { machine, findings: `findings of ${name}` };
  });
  expect(order.slice(0, 3)).toEqual(['emit begins', 'emit ends', 'storm begins']);
  expect(results.map(({ measured, report }) => [measured.findings, report.section])[1]).toEqual(['findings of storm', 'storms']);
  expect(failures).toEqual([]);
});

test('a study that fails, measuring or telling, keeps no other from being run', async () => {
  const mute = study('mute', () => {
    throw new Error('Nothing to tell.');
  });
  const { results, failures } = await runStudies([...studies, mute], async ({ name }) => {
    if (name === 'emit') throw new Error('The page has gone.');
    return { machine, findings: 0 };
  });
  expect(results.map(({ name }) => name)).toEqual(['storm', 'weight']);
  expect(failures.map(({ name, error }) => `${name}: ${error}`)).toEqual([
    'emit: Error: The page has gone.',
    'mute: Error: Nothing to tell.',
  ]);
});

test('studies are picked by their names, in their own order', () => {
  expect(studiesNamed(['weight', 'emit'], studies).map(({ name }) => name)).toEqual(['emit', 'weight']);
  expect(() => studiesNamed(['wait'], studies)).toThrow('There is no study "wait". There are: emit, storm, weight.');
});
