import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartModule, config, createProject, type Project } from '../project.test.fixture.ts';

const casts =
  'upcast: { 1: ({ quantity, ...rest }) => ({ ...rest, amount: quantity }) }, downcast: { 1: ({ amount, ...rest }) => ({ ...rest, quantity: amount }) },';

let project: Project;
beforeAll(async () => {
  project = createProject({
    'busbar.config.ts': config,
    'src/cart.ts': cartModule('quantity'),
    'old.json': '{ "type": "object", "properties": { "sku": { "type": "string" } }, "required": ["sku"] }',
    'new.json': '{ "type": "object", "properties": { "sku": { "type": "number" } }, "required": ["sku"] }',
    '.gitignore': 'node_modules',
  });
  await project.busbar(['snapshot']);
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: project.folder });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Begin');
  project.write({ 'src/cart.ts': cartModule('amount', 2, casts) });
  await project.busbar(['snapshot']);
}, 30_000);
afterAll(() => project[Symbol.dispose]());

describe.concurrent('busbar diff', { timeout: 30_000 }, () => {
  it('compares two files with JSON Schema both ways', async () => {
    const { code, stdout } = await project.busbar(['diff', 'old.json', 'new.json']);
    expect(stdout).toContain('Breaking. old.json and new.json do not read each other.');
    expect(stdout).toContain('new.json cannot read what old.json writes');
    expect(stdout).toContain('#/properties/sku  TYPE_CHANGED');
    expect(code).toBe(1);
  });

  it('finds a file compatible with itself', async () => {
    expect(await project.busbar(['diff', 'old.json', 'old.json', '--policy', 'strict'])).toMatchObject({ code: 0 });
  });

  it('compares two locked versions', async () => {
    const { code, stdout } = await project.busbar(['diff', 'cart:itemAdded@1', 'cart:itemAdded@2']);
    expect(stdout).toContain('cart:itemAdded@2 cannot read what cart:itemAdded@1 writes');
    expect(code).toBe(1);
  });

  it('compares the lock file with what it was in a revision, and believes casts that the gate has run', async () => {
    const { code, stdout } = await project.busbar(['diff', 'main']);
    expect(stdout).toContain('1 of 1 contract changed from main to the lock file.');
    expect(stdout).toMatch(/cart:itemAdded@2 {2}cast, compared with 1/);
    expect(code).toBe(0);
  });

  it('finds versions that somebody took out of the lock file', async () => {
    const lock = JSON.parse(project.read('busbar.lock.json'));
    delete lock.contracts['cart:itemAdded'].versions['1'];
    project.write({ 'cut.lock.json': JSON.stringify(lock) });
    const { code, stdout } = await project.busbar(['diff', 'main', 'cut.lock.json']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Version 1 of "cart:itemAdded" was locked, and cut.lock.json does not have it any more.',
    );
    expect(code).toBe(1);
  });

  it('judges revisions of the lock file as the configuration says', async () => {
    const lanes = "{ contracts: ['src/*.ts'], group: ({ version }) => version, lock: 'lanes.lock.json' }";
    using own = createProject({ 'busbar.config.ts': `export default ${lanes};`, 'src/cart.ts': cartModule('quantity') });
    await own.busbar(['snapshot']);
    own.write({ 'old.lock.json': own.read('lanes.lock.json'), 'src/cart.ts': cartModule('amount', 2) });
    await own.busbar(['snapshot']);
    expect(await own.busbar(['diff', 'old.lock.json'])).toMatchObject({ code: 0 });
    own.write({ 'busbar.config.ts': `export default ${lanes.replace(/group.*version, /, '')};` });
    expect(await own.busbar(['diff', 'old.lock.json'])).toMatchObject({ code: 1 });
  });

  it('reads a file of a revision by its path', async () => {
    const { stdout } = await project.busbar(['diff', 'HEAD:busbar.lock.json', 'busbar.lock.json', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, result: { contracts: [{ contract: 'cart:itemAdded', version: 2 }] } });
  });

  it.each([
    [['old.json', 'main'], 'old.json is a schema and main is a lock'],
    [['old.json', 'new.json', '--policy', 'strct'], 'Did you mean "strict"?'],
  ])('says what is wrong with %j, and ends with 2', async (words, sentence) => {
    const { code, stderr } = await project.busbar(['diff', ...words]);
    expect(stderr.replace(/\s+/g, ' ')).toContain(sentence);
    expect(code).toBe(2);
  });
});
