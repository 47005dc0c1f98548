import { html, Markup } from './html.ts';

const paths = {
  search: '<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>',
  copy: '<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"/>',
  theme: '<circle cx="8" cy="8" r="5.5"/><path class="icon-filled" d="M8 2.5a5.5 5.5 0 0 1 0 11Z"/>',
  warning: '<path d="M8 2.5 14 13H2Z"/><path d="M8 6.5v3M8 11.200v.1"/>',
} as const;

/** A sign of 16 pixels in the colour of the text. It says nothing to a screen reader: words stand beside it. */
export function icon(name: keyof typeof paths): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${new Markup(paths[name])}</svg>`;
}
