/** The colours of charts. They bring their own ground, so that they read on any page. */
export const chartStyle = [
  'text{font:13px system-ui,sans-serif;fill:#1f2328}',
  '.title{font-weight:600;font-size:14px}.group{font-weight:600}.label{text-anchor:end}',
  '.ground{fill:#fff}.spread{stroke:#1f2328;stroke-width:1.5}',
  '.series-0{fill:#b3542d}.series-1{fill:#d49a6a}.series-2{fill:#7aa7d0}.series-3{fill:#1f6fb5}',
  '@media(prefers-color-scheme:dark){',
  'text{fill:#e6edf3}.ground{fill:#0d1117}.spread{stroke:#e6edf3}',
  '.series-0{fill:#d9763f}.series-1{fill:#8f5f3d}.series-2{fill:#456f96}.series-3{fill:#58a6ff}',
  '}',
].join('');
