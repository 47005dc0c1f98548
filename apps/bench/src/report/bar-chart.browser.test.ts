import { afterEach, expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import { illegible, show } from './legible.ts';

const chart = barChart({
  title: 'Renders <in> one visit & more',
  unit: 'ms',
  groups: [
    {
      title: '15 micro-frontends',
      bars: [
        { label: 'One store, as usual', series: 0, value: 12_345, lower: 11_000, upper: 14_000 },
        { label: 'Busbar, tuned', series: 3, value: 6_172.5 },
      ],
    },
    { title: '60 micro-frontends', bars: [{ label: 'Nothing', series: 1, value: 0 }] },
  ],
});

afterEach(() => document.body.replaceChildren());

test('bars are as long as their values say', () => {
  const picture = show(chart);
  const [usual, tuned, nothing] = [0, 3, 1].map((series) => picture.querySelector<SVGRectElement>(`.series-${series}`)!);
  const width = (bar: SVGRectElement | undefined) => bar!.width.baseVal.value;
  expect(width(usual) / width(tuned)).toBeCloseTo(2, 1);
  expect(width(nothing)).toBe(1);
});

test('all letters stay inside the picture and clear of each other', () => {
  expect(illegible(show(chart))).toEqual([]);
});

test('the picture says in words what it shows', () => {
  const picture = show(chart);
  expect(picture.getAttribute('role')).toBe('img');
  expect(picture.querySelector('title')!.textContent).toBe('Renders <in> one visit & more');
  expect(picture.querySelector('desc')!.textContent).toBe(
    '15 micro-frontends: One store, as usual 12,345 ms, Busbar, tuned 6,173 ms. 60 micro-frontends: Nothing 0 ms.',
  );
});
