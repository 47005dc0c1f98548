import { afterEach, expect, test } from 'vitest';
import { illegible, show } from './legible.ts';
import { lineChart, lineChartOf } from './line-chart.ts';

const subscribers = [1, 10, 100, 1_000];
const curve = (label: string, series: number, values: readonly number[]) => ({
  label,
  series,
  points: subscribers.map((x, index) => ({ x, y: values[index]!, lower: values[index]! * 0.8, upper: values[index]! * 1.3 })),
});
const bare = curve('CustomEvent <bare> & plain', 0, [1_200, 4_700, 36_000, 410_000]);
const mitt = curve('mitt', 1, [24, 65, 360, 3_400]);
const onLogScales = lineChart({
  title: 'An emit, by subscribers',
  x: { title: 'subscribers', scale: 'log' },
  y: { title: 'nanoseconds an emit', unit: 'ns', scale: 'log' },
  lines: [bare, mitt, curve("Busbar, dom: 'off'", 3, [240, 300, 700, 5_000]), curve('postal', 5, [1_480, 1_540, 1_850, 5_000])],
});
const onLinearScales = lineChart({
  title: 'Heap over ten million events',
  x: { title: 'events', scale: 'linear' },
  y: { title: 'MB above the start', scale: 'linear' },
  lines: [
    { label: 'Busbar', series: 3, points: [0, 5_000_000, 10_000_000].map((x, index) => ({ x, y: [0, 0.4, -0.1][index]! })) },
  ],
});

afterEach(() => document.body.replaceChildren());

test('on logarithmic scales ten times as much is the same way, at either end', () => {
  const picture = show(onLogScales);
  const [, one, ten, hundred] = [...picture.querySelectorAll<SVGCircleElement>('g.series-0 circle')];
  const across = (from: SVGCircleElement, to: SVGCircleElement) => to.cx.baseVal.value - from.cx.baseVal.value;
  expect(across(one!, ten!)).toBeCloseTo(across(ten!, hundred!), 0);
});

test('more is higher', () => {
  const heights = [...show(onLinearScales).querySelectorAll<SVGCircleElement>('g.series-3 circle')].slice(1);
  const [zero, most, least] = heights.map(({ cy }) => cy.baseVal.value);
  expect(most!).toBeLessThan(zero!);
  expect(least!).toBeGreaterThan(zero!);
});

test('each curve has a name in the legend', () => {
  const words = [...show(onLogScales).querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(words).toEqual(expect.arrayContaining([bare.label, mitt.label, "Busbar, dom: 'off'", 'postal']));
});

test.each([
  ['logarithmic', onLogScales],
  ['linear', onLinearScales],
])('all letters stay inside the picture and clear of each other, on %s scales', (_kind, chart) => {
  expect(illegible(show(chart))).toEqual([]);
});

test('the picture and its alternative say in words what it shows', () => {
  const chart = lineChartOf('emit', {
    title: 'An emit, by subscribers',
    x: { title: 'subscribers', scale: 'log' },
    y: { title: 'nanoseconds an emit', unit: 'ns', scale: 'log' },
    lines: [bare, mitt],
  });
  const words =
    'nanoseconds an emit, by subscribers. CustomEvent <bare> & plain: 1,200 ns at 1, 4,700 ns at 10, 36,000 ns at 100, ' +
    '410,000 ns at 1,000. mitt: 24 ns at 1, 65 ns at 10, 360 ns at 100, 3,400 ns at 1,000.';
  expect(show(chart.svg).querySelector('desc')!.textContent).toBe(words);
  expect(chart.alternative).toBe(`An emit, by subscribers. ${words}`);
});
