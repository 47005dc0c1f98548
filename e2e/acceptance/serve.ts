import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pageFolder } from './page-folder.ts';
import type { Outcome } from './row.ts';

/** Serves the page of the rows, which tells what came of the one that its address names. */
export interface RowServer {
  readonly url: string;
  readonly outcome: Promise<Outcome>;
  close(): void;
}

const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.map': 'application/json' };

/** Starts the server on a free port of this machine. */
export async function serve(): Promise<RowServer> {
  const { promise: outcome, resolve } = Promise.withResolvers<Outcome>();

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      resolve(JSON.parse(await text(request)));
      response.end();
      return;
    }
    const file = request.url === '/' ? 'index.html' : request.url!.slice(1);
    const content = await readFile(join(pageFolder, file));
    response.setHeader('Content-Type', kinds[extname(file)] ?? 'text/plain').end(content);
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.writeHead(404).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, outcome, close };
}
