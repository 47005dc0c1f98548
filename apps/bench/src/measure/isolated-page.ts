import { type Respond, sendPage } from './serve-folder.ts';

/**
 * Serves the page of each script, `/scale` for `/scale.js`, cut off from other origins: the clock of such pages goes in
 * steps of 5 µs in place of 100.
 */
export const isolatedPage: Respond = ({ pathname }, response) => {
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  if (pathname.includes('.')) return false;
  const script = `<script type="module" src="${pathname}.js"></script>`;
  return sendPage(response, `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">${script}</html>`);
};
