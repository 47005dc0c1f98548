import { expect, test } from 'vitest';
import { approaches } from './approaches.ts';
import { waitingStudy } from './case-study.ts';
import type { Run } from './run-scenario.ts';
import { scenarios } from './scenarios.ts';

/** Waiting calls answer after 600 ms; the others after 60 ms, and end after 600. */
const runs: Run[] = scenarios.flatMap(({ name: scenario }) =>
  approaches.map(({ name: approach }) => ({
    approach,
    scenario,
    answers: [
      ...(approach === 'calls' ? [] : [{ order: 'S-1', answer: 'received', after: 60 } as const]),
      { order: 'S-1', answer: 'confirmed', after: 600 },
    ],
    holds: [{ service: 'order', order: 'S-1', held: 150, failed: false }],
    left: { order: 1, payment: 1, fraud: 1, inventory: 1 },
  })),
);

test('each meaning of waiting has a claim of its own, which holds from 85 % on', () => {
  const marks = waitingStudy(runs).claims.map(({ text, holds }) => [text.split(': ')[1], holds]);
  expect(marks).toContainEqual(['until the first answer, all is well', true]);
  expect(marks).toContainEqual(['until the outcome, all is well', false]);
  expect(marks).toContainEqual(['until the first answer, against calls at their best, all is well', false]);
});

test('the section and its charts tell every figure, and nothing but words and figures', () => {
  const { section, charts } = waitingStudy(runs);
  expect(section).toContain('| All is well: first answer | 600 | 60 | 60 |');
  expect(section).toContain('1 time.');
  for (const { file } of charts) expect(section).toContain(`(case-studies/${file}.svg)`);
  expect(section).not.toMatch(/undefined|NaN|function|=>/);
});
