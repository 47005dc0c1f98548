import { figureText } from './figure-text.ts';
import { escapeXml, pictureWidth, round, svgPicture } from './svg-picture.ts';

/** One bar. `series` picks its colour; `lower` and `upper` are the ends of the line that shows the spread. */
export interface Bar {
  readonly label: string;
  readonly series: number;
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Bars that belong together, below a heading. */
export interface BarGroup {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** What a chart shows. */
export interface BarChart {
  readonly title: string;
  /** What the figures are of: `ms`, or nothing where they are a number of things. */
  readonly unit?: string;
  readonly groups: readonly BarGroup[];
}

const labels = 148;
const figures = 84;
const rowHeight = 22;
const groupHeight = 30;
const top = 34;

/** Draws lying bars as an SVG picture that follows the colour scheme and says in words what it shows. */
export function barChart({ title, unit, groups }: BarChart): string {
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value, upper = 0 }) => Math.max(value, upper))));
  const scale = longest > 0 ? (pictureWidth - labels - figures) / longest : 0;
  const inUnit = unit ? ` ${unit}` : '';
  let y = top;
  const parts: string[] = [];
  for (const group of groups) {
    parts.push(`<text class="group" x="12" y="${y + 20}">${escapeXml(group.title)}</text>`);
    y += groupHeight;
    for (const bar of group.bars) {
      parts.push(drawBar(bar, y, scale, inUnit));
      y += rowHeight;
    }
  }
  return svgPicture({ title, words: inWords(groups, inUnit), height: y + 14, parts });
}

function drawBar({ label, series, value, lower, upper }: Bar, y: number, scale: number, unit: string): string {
  const middle = y + rowHeight / 2;
  const end = labels + value * scale;
  const spread = lower !== undefined && upper !== undefined && upper > lower;
  const whisker = spread
    ? `<path class="spread" d="M${round(labels + lower * scale)} ${middle}H${round(labels + upper * scale)}"/>`
    : '';
  const right = Math.max(end, labels + (upper ?? 0) * scale);
  return [
    `<text class="label" x="${labels - 8}" y="${middle + 4}">${escapeXml(label)}</text>`,
    `<rect class="series-${series}" x="${labels}" y="${y + 3}" width="${round(Math.max(1, end - labels))}" height="${rowHeight - 6}" rx="2"/>`,
    whisker,
    `<text class="figure" x="${round(right + 6)}" y="${middle + 4}">${figureText(value)}${unit}</text>`,
  ].join('');
}

/** What the picture shows, for those who do not see it. */
export function inWords(groups: readonly BarGroup[], unit: string): string {
  return groups
    .map(({ title, bars }) => `${title}: ${bars.map(({ label, value }) => `${label} ${figureText(value)}${unit}`).join(', ')}.`)
    .join(' ');
}
