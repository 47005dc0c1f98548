import { expect, test } from 'vitest';
import { synchronousProfiles } from '../contestants/profiles.ts';
import { emitId } from '../emit/plan.ts';
import { readmeWithSpeed } from './made-files.ts';

/** A bare CustomEvent takes 1,000 ns a subscriber; everybody else 500, however many there are. */
const figures = Object.fromEntries(
  synchronousProfiles.flatMap(({ name }) =>
    [1, 10, 100].map((size) => [emitId(name, size), name === 'bare CustomEvent' ? [1_000 * size, 2_000 * size] : [500, 1_000]]),
  ),
);
const measured = {
  emit: { machine: { hardware: '2 cores', versions: 'Chromium 156', date: '2026-11-23' }, findings: { figures } },
};
const readme =
  'Before\n<!-- speed -->\nold\n<!-- /speed -->\n| 10 | <!-- speed in a line -->old<!-- /speed in a line -->, and more |\n';

/** The README, with plain spaces for those that keep a figure and its sign on one line. */
const told = () => readmeWithSpeed(readme, measured).replaceAll('\u00a0', ' ');

test('the README tells ratios to a bare CustomEvent, and what each does not do', () => {
  const lines = told().split('\n');
  expect(lines).toContain(
    '| mitt | check payloads, isolate who throws, freeze payloads, replay, meet other copies | 0.5 × | 0.05 × | 0.005 × |',
  );
  expect(lines).toContain('| bare `CustomEvent` | check payloads, freeze payloads, replay | 1 × | 1 × | 1 × |');
  expect(lines).toContain("| Busbar, `dom: 'both'` | – | 0.5 × | 0.05 × | 0.005 × |");
});

test('promise 10 is told in the line of its table', () => {
  expect(told()).toContain(
    '| 10 | <!-- speed in a line -->an emit takes 0.5 × what a bare `CustomEvent` takes with 1 subscriber, 0.05 × with 10, 0.005 × with 100<!-- /speed in a line -->, and more |',
  );
});

test('what stands around the lines stays, and a second time changes nothing', () => {
  const once = readmeWithSpeed(readme, measured);
  expect(once).toMatch(/^Before\n<!-- speed -->\n\| /);
  expect(once).not.toContain('old');
  expect(readmeWithSpeed(once, measured)).toBe(once);
});

test('a README without a place for the lines is refused', () => {
  expect(() => readmeWithSpeed('# Busbar', measured)).toThrow('put <!-- speed --> and <!-- /speed --> there');
});

test('where no emit was measured, the README stays as it is', () => {
  expect(readmeWithSpeed(readme, {})).toBe(readme);
});
