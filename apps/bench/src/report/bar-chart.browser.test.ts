import { afterEach, expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';

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

function draw(): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(chart, 'image/svg+xml');
  document.body.append(document.importNode(documentElement, true));
  return document.querySelector('svg')!;
}

test('bars are as long as their values say', () => {
  const [usual, tuned, nothing] = [0, 3, 1].map((series) => draw().querySelector<SVGRectElement>(`.series-${series}`)!);
  const width = (bar: SVGRectElement | undefined) => bar!.width.baseVal.value;
  expect(width(usual) / width(tuned)).toBeCloseTo(2, 1);
  expect(width(nothing)).toBe(1);
});

test('all letters stay inside the picture and clear of each other', () => {
  const picture = draw();
  const boxes = [...picture.querySelectorAll('text')].map((text) => text.getBBox());
  for (const { x, width } of boxes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(picture.viewBox.baseVal.width);
  }
  const clash = boxes.some((one, index) => boxes.slice(index + 1).some((other) => overlap(one, other)));
  expect(clash).toBe(false);
});

test('the picture says in words what it shows', () => {
  const picture = draw();
  expect(picture.getAttribute('role')).toBe('img');
  expect(picture.querySelector('title')!.textContent).toBe('Renders <in> one visit & more');
  expect(picture.querySelector('desc')!.textContent).toBe(
    '15 micro-frontends: One store, as usual 12,345 ms, Busbar, tuned 6,173 ms. 60 micro-frontends: Nothing 0 ms.',
  );
});

test.each(['light', 'dark'] as const)('every colour stands out from the ground where it is %s', (scheme) => {
  const [bright, dim] = chart.match(/<style>(.*?)@media\(prefers-color-scheme:dark\)\{(.*)\}<\/style>/s)!.slice(1) as [
    string,
    string,
  ];
  const css = scheme === 'light' ? bright : dim;
  const colour = (name: string) => luminance(css.match(new RegExp(`${name}\\{[^}]*?fill:#(\\w+)`))![1]!);
  for (const name of ['text', 'series-0', 'series-1', 'series-2', 'series-3'])
    expect(contrast(colour(name), colour('ground')), name).toBeGreaterThan(name === 'text' ? 7 : 2.3);
});

function overlap(one: DOMRect, other: DOMRect): boolean {
  const apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return !apart && one.y < other.y + other.height && other.y < one.y + one.height;
}

function luminance(hex: string): number {
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
