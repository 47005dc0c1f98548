/// <reference types="@vitejs/plugin-rsc/types" />
import { renderToReadableStream } from '@vitejs/plugin-rsc/rsc';
import { Page } from './page.test.fixture.tsx';

/** The html of the page: its server components rendered first, those for the client in the html after. */
export async function render(): Promise<string> {
  const stream = renderToReadableStream(<Page />);
  const { renderHtml } = await import.meta.viteRsc.loadModule<typeof import('./entry.ssr.test.fixture.tsx')>('ssr', 'index');
  return renderHtml(stream);
}
