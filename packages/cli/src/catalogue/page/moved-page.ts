import type { CatalogueFile } from '../catalogue-file.ts';
import { html } from '../html/html.ts';

/** A page that leads to another at once, without a script. */
export function movedPage(path: string, address: string, title: string): CatalogueFile {
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${address}">
<title>${title}</title>
<link rel="canonical" href="${address}">
</head>
<body><p><a href="${address}">${title}</a></p></body>
</html>
`;
  return { path, text };
}
