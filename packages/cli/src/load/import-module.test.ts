import { describe, expect, it } from 'vitest';
import { cartModule, config, createProject } from '../project.test.fixture.ts';

/** What `busbar check` says about a project with these modules in `src`. */
async function check(modules: Readonly<Record<string, string>>, ...words: string[]) {
  const files = Object.entries(modules).map(([name, text]) => [`src/${name}`, text]);
  using project = createProject({ 'busbar.config.ts': config, ...Object.fromEntries(files) });
  return await project.busbar(['check', ...words]);
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe.concurrent('a contract module', { timeout: 30_000 }, () => {
  it('that throws is named with its stack, own frames first', async () => {
    const { code, stderr } = await check({
      'cart.ts': "import { z } from 'zod';\nexport const a: unknown = z.object({}).parse(undefined);",
    });
    expect(stderr).toContain('src/cart.ts throws when it is read: ZodError');
    expect(stderr.split('\n').find((line) => line.startsWith('    at '))).toBe('    at src/cart.ts:2:40');
    expect(code).toBe(2);
  });

  it('that throws what is no error is named all the same', async () => {
    const { code, stderr } = await check({ 'cart.ts': "throw 'a fit';" });
    expect(stderr).toContain('src/cart.ts throws when it is read: It threw "a fit".');
    expect(code).toBe(2);
  });

  it('that loops for ever is stopped and named, with the line where it loops', async () => {
    const spin = 'export function spin(): void {\n  let turns = 0;\n  for (;;) turns += 1;\n}';
    const { code, stderr } = await check(
      { 'spin.ts': spin, 'cart.ts': "import { spin } from './spin.ts';\nspin();" },
      '--timeout',
      '3',
    );
    expect(stderr).toContain('Reading src/cart.ts is not done after 3 s.');
    expect(stderr).toMatch(/at spin \(src\/spin\.ts:3:\d+\)\n {4}at src\/cart\.ts:2:1/);
    expect(code).toBe(2);
  });

  it('that waits for ever is named, with the await at its top level', async () => {
    const { code, stderr } = await check(
      { 'wait.ts': '\nawait new Promise(() => {});', 'cart.ts': "import './wait.ts';" },
      '--timeout',
      '3',
    );
    expect(stderr).toContain('Reading src/cart.ts is not done after 3 s.');
    expect(stderr).toContain('at await (src/wait.ts:2:1)');
    expect(code).toBe(2);
  });

  it('that blocks where nothing can interrupt it is ended, and never with 0 or 1', async () => {
    const block = "import { execFileSync } from 'node:child_process';\nexecFileSync('sleep', ['9']);";
    const { code, stderr } = await check({ 'cart.ts': block }, '--timeout', '3');
    expect(stderr).toContain('Reading src/cart.ts takes too long.');
    expect([0, 1]).not.toContain(code);
  });

  it('that wants to end the process is named, and passes no gate', async () => {
    const { code, stderr } = await check({ 'cart.ts': `${cartModule('quantity')}\nprocess.exit(0);` });
    expect(stderr).toContain('It called process.exit(0).');
    expect(code).toBe(2);
  });

  it('that throws after it was read passes no gate', async () => {
    const later = "setImmediate(() => {\n  throw new Error('late');\n});\nawait new Promise((done) => setTimeout(done, 50));";
    const { code, stderr } = await check({ 'cart.ts': `${cartModule('quantity')}\n${later}` });
    expect(stderr).toContain('Something threw that should not have: late');
    expect(code).toBe(2);
  });

  it('that imports what is not there is named with the line of the import', async () => {
    const { code, stderr } = await check({ 'cart.ts': "// first\nimport { gone } from './gone.ts';\nexport { gone };" });
    expect(inOneLine(stderr)).toContain(
      "src/cart.ts imports what is not there: Cannot find module 'src/gone.ts' imported from src/cart.ts",
    );
    expect(stderr).toContain('  src/cart.ts:2');
    expect(code).toBe(2);
  });

  it('that needs more than leaving types out is named, with the line and what to write instead', async () => {
    const { code, stderr } = await check({ 'cart.ts': '\nexport enum Size { Small }' });
    expect(inOneLine(stderr)).toContain(
      'src/cart.ts cannot be read as it is: TypeScript enum is not supported in strip-only mode.',
    );
    expect(stderr).toContain('  src/cart.ts:2');
    expect(code).toBe(2);
  });

  it('that does not parse is named with the line', async () => {
    const { code, stderr } = await check({ 'cart.ts': '\nexport const a = = 1;' });
    expect(stderr).toContain('  src/cart.ts:2');
    expect(code).toBe(2);
  });

  it('that needs a page is told that there is none', async () => {
    const { stderr } = await check({ 'cart.ts': 'document.title;' });
    expect(stderr).toContain('there is no document');
  });

  it('that exports no contract is named, with how to take it out', async () => {
    const { code, stderr } = await check({ 'cart.ts': cartModule('quantity'), 'money.ts': 'export const cents = 1;' });
    expect(stderr).toContain('src/money.ts exports no contract.');
    expect(stderr).toContain('"!src/money.ts"');
    expect(code).toBe(2);
  });

  it.each([
    ['that says nothing of modules', '{}'],
    ['that npm wrote', '{ "type": "commonjs" }'],
  ])('is read beside a package.json %s, without a warning', async (_which, manifest) => {
    using project = createProject({
      'package.json': manifest,
      'busbar.config.ts': config,
      'src/cart.ts': cartModule('quantity'),
    });
    expect(await project.busbar(['check'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('may leave endings out of relative imports, as bundlers allow', async () => {
    const { code, stdout } = await check({
      'cart.ts': "export { cart } from './parts/cart';",
      'parts/cart.ts': cartModule('quantity'),
    });
    expect(stdout).toContain('1 contract, and none of them is locked yet.');
    expect(code).toBe(0);
  });
});
