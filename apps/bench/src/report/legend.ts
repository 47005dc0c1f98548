import { escapeXml, pictureWidth } from './svg-picture.ts';

/** What a legend names. */
interface Named {
  readonly label: string;
  readonly series: number;
}

/** A legend, drawn, and where it ends. */
interface Legend {
  readonly parts: readonly string[];
  readonly bottom: number;
}

const rowHeight = 20;
const sampleWidth = 34;
/** Of a usual letter of 13 units: what is wider is made up for by what is narrower. */
const letterWidth = 7;

/** Names series from `top` on, side by side where all names are short enough. `drawSample` draws what stands before a name. */
export function legendOf(
  named: readonly Named[],
  top: number,
  drawSample: (series: number, x: number, y: number) => string,
): Legend {
  const longest = Math.max(0, ...named.map(({ label }) => label.length));
  const columns = [3, 2, 1].find((count) => longest * letterWidth + sampleWidth + 12 < (pictureWidth - 12) / count) ?? 1;
  const columnWidth = (pictureWidth - 12) / columns;
  const parts = named.map(({ label, series }, index) => {
    const x = 12 + (index % columns) * columnWidth;
    const y = top + Math.floor(index / columns) * rowHeight;
    return `${drawSample(series, x, y + 6)}<text x="${x + sampleWidth}" y="${y + 10}">${escapeXml(label)}</text>`;
  });
  return { parts, bottom: top + Math.ceil(named.length / columns) * rowHeight };
}
