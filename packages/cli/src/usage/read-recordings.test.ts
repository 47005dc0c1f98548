import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from '../project.test.fixture.ts';

const module = (fields: string, version: number) => `import { defineEvents } from '@busbar/core';
import * as z from 'zod';
export const cart = defineEvents('cart', {
  itemAdded: { version: ${version}, schema: z.object({ ${fields} }), summary: 'x', owner: 'x', examples: [{ sku: 'A-1' }] },
});`;
const withReads = (contracts: string, reads: string) => `import { defineConfig } from '@busbar/cli';
export default defineConfig({
  contracts: ['${contracts}'],
  apps: { cart: { emits: ['cart:*'] }, checkout: { reads: [${reads}] } },
});`;
const recording = (app: string) => JSON.stringify({ app, reads: { 'cart:itemAdded': { 1: ['/sku', '/note'] } } });

let project: Project;
beforeAll(async () => {
  project = createProject({
    'src/cart.ts': module('sku: z.string(), note: z.string().optional()', 1),
    'next/cart.ts': module('sku: z.string()', 2),
    'busbar.reads/checkout.json': recording('checkout'),
    'busbar.reads/other.json': recording('profile'),
    'broken/checkout.json': '{',
    'busbar.config.ts': withReads('src/*.ts', "'busbar.reads/checkout.json'"),
    'next.config.ts': withReads('next/*.ts', "'busbar.reads/checkout.json'"),
    'absent.config.ts': withReads('src/*.ts', "'nowhere/*.json'"),
    'half.config.ts': withReads('src/*.ts', "'busbar.reads/checkout.json', 'busbar.reads/late.json'"),
    'foreign.config.ts': withReads('src/*.ts', "'busbar.reads/other.json'"),
    'broken.config.ts': withReads('src/*.ts', "'broken'"),
  });
  expect(await project.busbar(['snapshot'])).toMatchObject({ code: 0 });
}, 30_000);
afterAll(() => project[Symbol.dispose]());

const check = async (file: string) => {
  const { code, stdout, stderr } = await project.busbar(['check', '--config', file]);
  return { code, said: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
};

describe.concurrent('recordings of what apps read', { timeout: 30_000 }, () => {
  it('go into the lock file', () => {
    const { contracts } = JSON.parse(project.read('busbar.lock.json'));
    expect(contracts['cart:itemAdded'].reads).toEqual({ checkout: { 1: ['/note', '/sku'] } });
    expect(contracts['cart:itemAdded'].listeners).toEqual(['checkout']);
  });

  it('close the gate for a field that somebody reads', async () => {
    const { code, said } = await check('next.config.ts');
    expect(said).toContain('Removing "note" from "cart:itemAdded" breaks checkout, which reads it');
    expect(code).toBe(1);
  });

  it.each([
    ['absent.config.ts', 'There is no recording of what checkout reads at nowhere/*.json.'],
    ['half.config.ts', 'There is no recording of what checkout reads at busbar.reads/late.json.'],
    ['foreign.config.ts', 'busbar.reads/other.json is a recording of "profile", and the configuration names it for "checkout".'],
    ['broken.config.ts', 'broken/checkout.json: This is no recording of what an app reads: it is no JSON.'],
  ])('are asked for by %s in vain', async (file, sentence) => {
    const { code, said } = await check(file);
    expect(said).toContain(sentence);
    expect(code).toBe(2);
  });
});
