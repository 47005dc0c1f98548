import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartModule, config, createProject, type Project } from '../project.test.fixture.ts';

let project: Project;
beforeAll(async () => {
  project = createProject({ 'busbar.config.ts': config, 'src/cart.ts': cartModule('quantity') });
  await project.busbar(['snapshot']);
}, 30_000);
afterAll(() => project[Symbol.dispose]());

describe.concurrent('busbar export', { timeout: 30_000 }, () => {
  it('prints a format that is one file, and what it is imported from is the same contract', async () => {
    const exported = await project.busbar(['export', 'asyncapi']);
    expect(exported).toMatchObject({ code: 0, stdout: expect.stringMatching(/^asyncapi: 3\.0\.0\n/) });
    project.write({ 'asyncapi.yaml': exported.stdout });
    const imported = await project.busbar(['import', 'asyncapi.yaml', '--out', 'imported/cart.ts', '--json']);
    expect(JSON.parse(imported.stdout)).toMatchObject({
      ok: true,
      written: ['imported/cart.ts'],
      result: { contracts: [{ type: 'cart:itemAdded' }] },
    });
    expect(project.read('imported/cart.ts')).toContain('export const cart = defineEvents(');
    const again = await project.busbar(['import', 'asyncapi.yaml', '--out', 'imported/cart.ts']);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') });
  });

  it('asks for a folder where a format is several files, or may be', async () => {
    project.write({
      'two.config.ts': config
        .replace("'src/*.ts'", "'src/*.ts', 'more/*.ts'")
        .replace('contracts:', "lock: 'two.lock.json', contracts:"),
    });
    project.write({ 'more/shop.ts': cartModule('price').replace("'cart'", "'shop'").replace('cart =', 'shop =') });
    await project.busbar(['snapshot', '--config', 'two.config.ts']);
    const unsaid = await project.busbar(['export', 'avro', '--config', 'two.config.ts']);
    expect(unsaid).toMatchObject({ code: 2, stderr: expect.stringContaining('say where to write them with --out') });
    const said = await project.busbar(['export', 'avro', '--config', 'two.config.ts', '--out', 'avro', '--json']);
    expect(JSON.parse(said.stdout).written).toEqual(['avro/cart.itemAdded.v1.avsc', 'avro/shop.itemAdded.v1.avsc']);
  });

  it('guesses the format that was meant', async () => {
    const { code, stderr } = await project.busbar(['export', 'avor']);
    expect(stderr).toContain('There is no format "avor". Did you mean "avro"?');
    expect(code).toBe(2);
  });
});

describe.concurrent('busbar types', { timeout: 30_000 }, () => {
  it('writes declarations, and fingerprints where they are asked for', async () => {
    const { code } = await project.busbar(['types', '--out', 'declared', '--fingerprints']);
    expect(code).toBe(0);
    expect(project.read('declared/busbar-events.d.ts')).toContain('CartItemAddedV1');
    expect(project.read('declared/busbar-fingerprints.ts')).toMatch(/sha256-[0-9a-f]{64}/);
  });
});
