import type { ServerResponse } from 'node:http';
import { sendPage } from '../measure/serve-folder.ts';

const style = `
  body { font: 14px/1.4 system-ui, sans-serif; margin: 8px }
  main { display: grid; grid-template-columns: repeat(6, 1fr); gap: 8px; align-items: start }
  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(120px, 1fr)); gap: 4px }
  section { border: 1px solid #ccc; border-radius: 4px; padding: 4px 8px }
  h2, h3, p, ul { margin: 0; font-size: inherit }
`;

/** Serves the page of a variant at `/re-renders/<variant>`. */
export function servePages({ pathname }: URL, response: ServerResponse): boolean {
  const [, variant] = /^\/re-renders\/([a-z-]+)$/.exec(pathname) ?? [];
  if (!variant) return false;
  return sendPage(
    response,
    `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><style>${style}</style>` +
      `<main></main><script type="module" src="/${variant}.js"></script></html>`,
  );
}
