/** The colour of each series, on a bright ground and on a dark one. */
const colours = [
  ['#b3542d', '#d9763f'],
  ['#d49a6a', '#8f5f3d'],
  ['#7aa7d0', '#456f96'],
  ['#1f6fb5', '#58a6ff'],
  ['#2a8a6c', '#3fb68b'],
  ['#8250a6', '#b083e0'],
] as const;

/** Bars and points are filled; lines are drawn in the current colour. */
function series(scheme: 0 | 1): string {
  return colours.map((colour, index) => `.series-${index}{fill:${colour[scheme]};color:${colour[scheme]}}`).join('');
}

/** The look of charts. They bring their own ground, so that they read on any page. */
export const chartStyle: string = [
  'text{font:13px system-ui,sans-serif;fill:#1f2328}',
  '.title{font-weight:600;font-size:14px}.group{font-weight:600}.label,.scale{text-anchor:end}.below{text-anchor:middle}',
  '.ground{fill:#fff}.spread{stroke:#1f2328;stroke-width:1.5}.grid{stroke:#d1d9e0}',
  series(0),
  '.line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}',
  '@media(prefers-color-scheme:dark){',
  'text{fill:#e6edf3}.ground{fill:#0d1117}.spread{stroke:#e6edf3}.grid{stroke:#3d444d}',
  series(1),
  '}',
].join('');
