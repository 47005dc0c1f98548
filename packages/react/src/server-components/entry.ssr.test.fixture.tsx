import { createFromReadableStream } from '@vitejs/plugin-rsc/ssr';
import type { ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server.edge';

export async function renderHtml(stream: ReadableStream<Uint8Array>): Promise<string> {
  const root = await createFromReadableStream<ReactNode>(stream);
  return new Response(await renderToReadableStream(root)).text();
}
