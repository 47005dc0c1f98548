import { existsSync, readFileSync } from 'node:fs';
import type { CatalogueFile } from './catalogue-file.ts';
import { linkScript } from './link-script.ts';

/** Where the script and the styles of the pages are: sources here, ready-made files in the published package. */
const folder = new URL('./site/', import.meta.url);

const styles = ['tokens', 'base', 'controls', 'header', 'search', 'start', 'flow', 'event', 'schema', 'code', 'paper'];

/** The files that all pages have in common. */
export function siteFiles(): CatalogueFile[] {
  return [
    { path: 'catalogue.css', text: read('catalogue.css') ?? styles.map((name) => read(`${name}.css`)).join('\n') },
    { path: 'catalogue.js', text: read('catalogue.js') ?? linkScript(new URL('catalogue.ts', folder)) },
    { path: 'theme.js', text: read('theme.js') ?? linkScript(new URL('theme.ts', folder)) },
    { path: 'favicon.svg', text: read('favicon.svg') ?? '' },
  ];
}

function read(name: string): string | undefined {
  const file = new URL(name, folder);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
