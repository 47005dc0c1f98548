import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProject } from '../project.test.fixture.ts';
import { serveFolder } from './serve-folder.ts';

it('serves the files of a folder and no others, until it is interrupted', async () => {
  using project = createProject({ 'site/index.html': '<h1>Events</h1>', 'site/a/b.css': 'b {}' });
  const address = Promise.withResolvers<string>();
  const served = serveFolder(join(project.folder, 'site'), 0, (text) => address.resolve(/http:\S+/.exec(text)![0]));
  const get = async (path: string) => {
    const response = await fetch(new URL(path, await address.promise));
    return [response.status, response.headers.get('content-type'), await response.text()];
  };
  expect(await get('/')).toEqual([200, 'text/html; charset=utf-8', '<h1>Events</h1>']);
  expect(await get('/a/b.css?v=1')).toEqual([200, 'text/css; charset=utf-8', 'b {}']);
  expect((await get('/%2e%2e/package.json'))[0]).toBe(404);
  expect((await get('/..%2fpackage.json'))[0]).toBe(404);
  process.emit('SIGINT', 'SIGINT');
  await served;
});

it('says so where the port is taken', async () => {
  using project = createProject();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(serveFolder(project.folder, port, () => {})).rejects.toThrow(`Port ${port} is in use.`);
  other.close();
});
