import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defineEvent } from '@busbar/core';
import { parseReads } from '@busbar/governance/lock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';
import { recordReads } from './record-reads.ts';
import { forgetReads } from './recording.ts';
import { writeReads } from './write-reads.ts';

const changed = defineEvent('cart:changed', { version: 1, schema: z.object({ a: z.number(), b: z.number() }), retain: 'latest' });
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busbar-reads-'));
});

afterEach(async () => {
  forgetReads('checkout');
  await rm(folder, { recursive: true });
});

/** Has an app read a field, as a test file would. */
function read(field: 'a' | 'b'): void {
  forgetReads('checkout');
  using bus = createTestBus();
  bus.emit(changed, { a: 1, b: 2 });
  void recordReads(bus, { app: 'checkout' }).latest(changed).get()![field];
}

async function written(): Promise<unknown> {
  return parseReads(await readFile(join(folder, 'checkout.json'), 'utf8')).reads;
}

describe('writeReads', () => {
  it('writes a file for each app, and merges what further test files have recorded', async () => {
    read('b');
    await writeReads(folder);
    expect(await written()).toEqual({ 'cart:changed': { 1: ['/b'] } });
    read('a');
    await writeReads(folder);
    await writeReads(folder);
    expect(await written()).toEqual({ 'cart:changed': { 1: ['/a', '/b'] } });
    expect(await readdir(folder)).toEqual(['checkout.json']);
  });

  it('writes what was recorded elsewhere, such as in a browser', async () => {
    const recorded = { app: 'checkout', reads: { 'cart:changed': { 1: ['/b', '/a'] } } };
    await writeReads(folder, [recorded]);
    expect(await written()).toEqual({ 'cart:changed': { 1: ['/a', '/b'] } });
  });

  it('puts an app with a slash in its name into a folder', async () => {
    const recorded = { app: '@shop/checkout', reads: { 'cart:changed': { 1: ['/a'] } } };
    await writeReads(folder, [recorded]);
    expect(parseReads(await readFile(join(folder, '@shop', 'checkout.json'), 'utf8'))).toEqual(recorded);
  });

  it('writes nothing where nothing was recorded', async () => {
    await rm(folder, { recursive: true });
    await writeReads(folder);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    folder = await mkdtemp(join(tmpdir(), 'busbar-reads-'));
  });

  it('loses nothing when many write at once', async () => {
    const places = Array.from({ length: 4 }, (_, index) => `/field${index}`);
    await Promise.all(places.map((place) => runWriter(folder, place)));
    expect(await written()).toEqual({ 'cart:changed': { 1: places } });
  }, 20_000);

  it('refuses a file that is no recording, and lets others have their turn', async () => {
    await writeFile(join(folder, 'checkout.json'), 'nothing');
    read('a');
    await expect(writeReads(folder)).rejects.toThrow('no recording');
    expect(await readdir(folder)).toEqual(['checkout.json']);
  });
});

/** Another process that has recorded one place. */
async function runWriter(target: string, place: string): Promise<void> {
  const [recording, writer] = ['recording', 'write-reads'].map((name) => new URL(`./${name}.ts`, import.meta.url).href);
  const program = `
    import { placesOf } from '${recording}';
    import { writeReads } from '${writer}';
    placesOf('checkout', 'cart:changed', 1).add('${place}');
    await writeReads('${target}');
  `;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: new URL('.', import.meta.url).pathname,
  });
}
