import { expect, test } from 'vitest';
import { chartStyle } from './chart-style.ts';

const [bright, dim] = chartStyle.split('@media(prefers-color-scheme:dark)');
const series = [0, 1, 2, 3, 4, 5].map((index) => `.series-${index}`);

test.each([
  ['light', bright!],
  ['dark', dim!],
])('every colour stands out from the ground where it is %s', (_scheme, css) => {
  const colour = (name: string) => luminance(new RegExp(`${name}\\{[^}]*?fill:#(\\w+)`).exec(css)![1]!);
  for (const name of ['text', ...series])
    expect(contrast(colour(name), colour('.ground')), name).toBeGreaterThan(name === 'text' ? 7 : 2.3);
});

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
