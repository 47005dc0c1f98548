import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** Answers a request, or answers `false` where a file is meant. */
export type Respond = (url: URL, response: ServerResponse) => boolean;

/** A server of files on a free port of this machine. */
export interface FolderServer {
  readonly address: string;
  close(): void;
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Serves a folder. `respond` is asked first. */
export async function serveFolder(folder: string, respond: Respond = () => false): Promise<FolderServer> {
  const server = createServer((request, response) => {
    answer(folder, respond, request, response).catch(() => response.writeHead(404).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function answer(folder: string, respond: Respond, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, 'http://127.0.0.1');
  if (respond(url, response)) return;
  const content = await readFile(join(folder, normalize(url.pathname)));
  response.setHeader('Content-Type', kinds[extname(url.pathname)] ?? 'application/octet-stream').end(content);
}

/** Answers with a page. */
export function sendPage(response: ServerResponse, html: string): true {
  response.setHeader('Content-Type', kinds['.html']!).end(html);
  return true;
}
