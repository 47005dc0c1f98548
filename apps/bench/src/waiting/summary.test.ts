import { expect, test } from 'vitest';
import type { Run } from './run-scenario.ts';
import { outcomeOf } from './summary.ts';

const run: Run = {
  approach: 'calls',
  scenario: 'refused',
  answers: [
    { order: 'S-1', answer: 'received', after: 150 },
    { order: 'S-1', answer: 'cancelled', after: 600 },
  ],
  holds: [
    { service: 'inventory', order: 'S-1', held: 100, failed: true },
    { service: 'payment', order: 'S-1', held: 250, failed: true },
    { service: 'order', order: 'S-1', held: 400, failed: false },
  ],
  left: { order: 1, payment: 0, fraud: 1, inventory: 0 },
};

test('a customer’s first answer and the outcome are told apart', () => {
  const { firstAnswer, outcome } = outcomeOf([run], 'refused', 'calls');
  expect([firstAnswer.median, outcome.median]).toEqual([150, 600]);
});

test('what a failure does to others is told: who is held, who fails, who keeps a cancelled order', () => {
  const { othersHeld, failed, left } = outcomeOf([run], 'refused', 'calls');
  expect([othersHeld.median, failed, left]).toEqual([650, ['inventory', 'payment'], ['order']]);
});

test('runs of other scenarios and approaches do not count', () => {
  const slow: Run = { ...run, scenario: 'slow', answers: [{ order: 'S-1', answer: 'confirmed', after: 2_400 }] };
  expect(outcomeOf([run, slow], 'slow', 'calls').outcome.median).toBe(2_400);
});
