import type { Chart } from './chart.ts';
import { figureText } from './figure-text.ts';
import { legendOf } from './legend.ts';
import { type Scale, scaleFor } from './scale.ts';
import { escapeXml, pictureWidth, round, svgPicture } from './svg-picture.ts';

/** A place on a line. `lower` and `upper` are the ends of the stroke that shows the spread. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** One curve. `series` picks its colour and its dashes. */
export interface Line {
  readonly label: string;
  readonly series: number;
  readonly points: readonly Point[];
}

/** What an axis is of, and how values lie along it: `{ title: 'subscribers', scale: 'log' }`. */
export interface Axis {
  readonly title: string;
  readonly scale: 'linear' | 'log';
}

/** What a chart of curves shows. */
export interface LineChart {
  readonly title: string;
  readonly x: Axis;
  /** `unit` is said after each figure in words: `ns`. */
  readonly y: Axis & { readonly unit?: string };
  readonly lines: readonly Line[];
}

const left = 70;
const right = pictureWidth - 26;
const plotHeight = 190;
const dashes = ['', '7 3', '2 3', '', '9 3 2 3', '5 5'];

/** Draws curves as an SVG picture with a legend. It follows the colour scheme and says in words what it shows. */
export function lineChart(chart: LineChart): string {
  const { title, x, y, lines } = chart;
  const legend = legendOf(lines, 40, drawSample);
  const top = legend.bottom + 26;
  const bottom = top + plotHeight;
  const points = lines.flatMap((line) => line.points);
  const across = scaleFor(
    x.scale,
    points.map((point) => point.x),
  );
  const up = scaleFor(
    y.scale,
    points.flatMap((point) => [point.y, point.lower ?? point.y, point.upper ?? point.y]),
  );
  const placeOf = (at: number, value: number): readonly [number, number] => [
    round(left + (right - left) * across.place(at)),
    round(bottom - plotHeight * up.place(value)),
  ];
  const parts = [
    ...legend.parts,
    `<text x="12" y="${top - 12}">${escapeXml(y.title)}</text>`,
    ...up.ticks.map((tick) => drawHeight(tick, placeOf(across.ticks[0]!, tick)[1])),
    ...drawFoot(across, bottom),
    `<text class="label" x="${right}" y="${bottom + 41}">${escapeXml(x.title)}</text>`,
    ...lines.map((line) => drawLine(line, placeOf)),
  ];
  return svgPicture({ title, words: inWords(chart), height: bottom + 53, parts });
}

/** Draws a chart, and says the same in words. */
export function lineChartOf(file: string, chart: LineChart): Chart {
  return { file, svg: lineChart(chart), alternative: `${chart.title}. ${inWords(chart)}` };
}

function drawHeight(tick: number, y: number): string {
  return `<path class="grid" d="M${left} ${y}H${right}"/><text class="scale" x="${left - 8}" y="${round(y + 4)}">${tickText(tick)}</text>`;
}

/** The figures below the plot, as many of them as have room. */
function drawFoot({ ticks, place }: Scale, bottom: number): string[] {
  const letters = Math.max(...ticks.map((tick) => tickText(tick).length));
  const room = (right - left) / (ticks.length - 1);
  const every = Math.ceil((letters * 7.5 + 8) / room);
  return ticks
    .filter((_tick, index) => index % every === 0)
    .map(
      (tick) =>
        `<text class="below" x="${round(left + (right - left) * place(tick))}" y="${bottom + 21}">${tickText(tick)}</text>`,
    );
}

function drawLine({ series, points }: Line, placeOf: (x: number, y: number) => readonly [number, number]): string {
  const places = points.map(({ x, y }) => placeOf(x, y));
  const spreads = points.map(({ x, y, lower = y, upper = y }) => {
    const [at, low] = placeOf(x, lower);
    return upper > lower ? `<path class="line" d="M${at} ${low}V${placeOf(x, upper)[1]}"/>` : '';
  });
  return [
    `<g class="series-${series}">`,
    `<path class="line"${dashOf(series)} d="M${places.map((place) => place.join(' ')).join('L')}"/>`,
    ...spreads,
    ...places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3"/>`),
    '</g>',
  ].join('');
}

function drawSample(series: number, x: number, y: number): string {
  return `<g class="series-${series}"><path class="line"${dashOf(series)} d="M${x} ${y}h24"/><circle cx="${x + 12}" cy="${y}" r="3"/></g>`;
}

function dashOf(series: number): string {
  const dash = dashes[series % dashes.length];
  return dash ? ` stroke-dasharray="${dash}"` : '';
}

/** What the picture shows, for those who do not see it. */
function inWords({ x, y, lines }: LineChart): string {
  const unit = y.unit ? ` ${y.unit}` : '';
  const figures = ({ points }: Line) => points.map((point) => `${figureText(point.y)}${unit} at ${tickText(point.x)}`);
  return `${y.title}, by ${x.title}. ${lines.map((line) => `${line.label}: ${figures(line).join(', ')}.`).join(' ')}`;
}

/** A round figure, short enough to stand at an axis: `0.05`, `1,000`, `2M`. */
function tickText(value: number): string {
  const notation = Math.abs(value) >= 1_000_000 ? 'compact' : 'standard';
  return value.toLocaleString('en-US', { notation, maximumSignificantDigits: 6 });
}
