import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { CannotRun } from '../load/cannot-run.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
};

/**
 * Serves a folder to this machine alone, until somebody interrupts.
 *
 * @param announce is told the address.
 * @throws CannotRun `port-taken`.
 */
export async function serveFolder(folder: string, port: number, announce: (text: string) => void): Promise<void> {
  const server = createServer((request, response) => void answer(folder, request.url ?? '/', response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new CannotRun(taken(port))));
    server.listen(port, '127.0.0.1', resolve);
  });
  announce(`The catalogue is at http://localhost:${(server.address() as AddressInfo).port}/ until Ctrl+C.`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  server.closeAllConnections();
  server.close();
}

function taken(port: number) {
  return {
    code: 'port-taken',
    message: `Port ${port} is in use.`,
    advice: 'Name another one: --port 4174, or --port 0 for any.',
  };
}

async function answer(folder: string, url: string, response: ServerResponse): Promise<void> {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)).replaceAll('\\', '/');
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(folder + sep)) throw new Error('outside');
    const content = await readFile(file);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    response.end(content);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
  }
}
