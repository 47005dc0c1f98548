import type { ServerResponse } from 'node:http';
import { sendPage } from '../measure/serve-folder.ts';

/** Serves the page of an approach at `/waiting/<approach>`. */
export function servePages({ pathname }: URL, response: ServerResponse): boolean {
  const [, approach] = /^\/waiting\/([a-z-]+)$/.exec(pathname) ?? [];
  if (!approach) return false;
  return sendPage(
    response,
    `<!doctype html><html lang="en"><title>Checkout</title><link rel="icon" href="data:,">` +
      `<button type="button">Place order</button><ul></ul><script type="module" src="/${approach}.js"></script></html>`,
  );
}
