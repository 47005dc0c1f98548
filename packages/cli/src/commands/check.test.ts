import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartModule, config, createProject, type Project } from '../project.test.fixture.ts';

let project: Project;
beforeAll(async () => {
  project = createProject({ 'busbar.config.ts': config, 'src/cart.ts': cartModule('quantity') });
  expect(await project.busbar(['snapshot'])).toMatchObject({ code: 0 });
  // The same locked contracts, but with a field that has another name.
  project.write({ 'renamed.config.ts': config.replace('src/*', 'renamed/*'), 'renamed/cart.ts': cartModule('amount', 2) });
}, 30_000);
afterAll(() => project[Symbol.dispose]());

/** Keys with the types of their values, of lists those of the first item. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shapeOf(member)]));
}

describe.concurrent('busbar check', { timeout: 30_000 }, () => {
  it('ends with 0 where everything is as it is locked', async () => {
    const { code, stdout, stderr } = await project.busbar(['check']);
    expect(stdout).toBe('Compatible. 1 contract gets on with what is locked, in 0 comparisons.\n');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('ends with 1 and names the field, its line and who would break', async () => {
    const { code, stdout } = await project.busbar(['check', '--config', 'renamed.config.ts']);
    expect(stdout).toMatch(/^Breaking\. 1 of 1 contract would break somebody\.\n\ncart:itemAdded\n {2}error/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('readers of version 2 (checkout) cannot read what emitters of version 1');
    expect(stdout).toContain('renamed/cart.ts:9  backward-incompatible');
    expect(code).toBe(1);
  });

  it.each([
    ['README of the command line', '../../README.md'],
    ['README of the repository', '../../../../README.md'],
  ])('prints what the %s shows', async (_which, file) => {
    const readme = readFileSync(new URL(file, import.meta.url), 'utf8');
    const shown = /```text\n(Breaking\.[\s\S]+?)```/.exec(readme)![1]!;
    const { stdout } = await project.busbar(['check', '--config', 'renamed.config.ts']);
    expect(stdout.replaceAll('renamed/cart.ts', 'src/cart.ts')).toContain(shown.trimEnd());
  });

  it('keeps its lines within 80 columns', async () => {
    const { stdout } = await project.busbar(['check', '--config', 'renamed.config.ts']);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('says nothing where all is well and quiet is asked for', async () => {
    expect(await project.busbar(['check', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('answers in JSON, in a shape that stays', async () => {
    const { code, stdout } = await project.busbar(['check', '--json', '--config', 'renamed.config.ts']);
    expect(shapeOf(JSON.parse(stdout))).toEqual({
      formatVersion: 'number',
      command: 'string',
      ok: 'boolean',
      exitCode: 'number',
      summary: 'string',
      findings: [
        {
          ...{
            code: 'string',
            severity: 'string',
            contract: 'string',
            version: 'number',
            against: 'number',
            direction: 'string',
          },
          ...{ path: 'string', message: 'string', advice: 'string', apps: ['string'] },
          differences: [{ type: 'string', path: 'string', breaking: 'boolean', message: 'string' }],
          ...{ file: 'string', line: 'number', column: 'number' },
        },
      ],
      written: [],
      dryRun: 'boolean',
      error: 'null',
      result: {
        locked: 'boolean',
        contracts: [{ contract: 'string', version: 'number', status: 'string', against: ['number'], impact: 'string' }],
        counts: { contracts: 'number', compared: 'number', errors: 'number', warnings: 'number', infos: 'number' },
      },
    });
    expect(code).toBe(1);
  });

  it('answers in JSON of the same shape where it could not run', async () => {
    const { code, stdout } = await project.busbar(['check', '--json', '--config', 'nowhere.ts']);
    const answer = JSON.parse(stdout);
    expect(shapeOf(answer)).toMatchObject({
      ok: 'boolean',
      findings: [],
      written: [],
      result: {},
      error: { code: 'string', message: 'string' },
    });
    expect({ code, exitCode: answer.exitCode, error: answer.error.code }).toEqual({ code: 2, exitCode: 2, error: 'no-config' });
  });

  it('marks the lines and writes a summary under GitHub Actions', async () => {
    const summary = join(project.folder, 'summary.md');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: project.folder, GITHUB_STEP_SUMMARY: summary };
    const { stdout } = await project.busbar(['check', '--config', 'renamed.config.ts'], env);
    expect(stdout).toMatch(
      /^::error file=renamed\/cart\.ts,line=9,col=7,title=cart%3AitemAdded@2%3A backward-incompatible::.+%0A/m,
    );
    expect(readFileSync(summary, 'utf8')).toMatch(/## busbar check[\s\S]+\| error \| `cart:itemAdded@2` \|/);
  });

  it('keeps standard output parseable with JSON under GitHub Actions, and when modules print', async () => {
    project.write({
      'loud.config.ts': config.replace('src/*', 'loud/*'),
      'loud/cart.ts': `console.log('hello from a module');\n${cartModule('quantity')}`,
    });
    const { stdout, stderr } = await project.busbar(['check', '--json', '--config', 'loud.config.ts'], {
      GITHUB_ACTIONS: 'true',
    });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
    expect(stderr).toContain('hello from a module');
  });

  it('stops a cast that never ends, and names the contract and the line', async () => {
    const cast = 'upcast: { 1: (line) => { while (true) line.sku; } }, downcast: { 1: (line) => line },';
    project.write({
      'endless.config.ts': config.replace('src/*', 'endless/*'),
      'endless/cart.ts': cartModule('amount', 2, cast),
    });
    const { code, stderr } = await project.busbar(['check', '--config', 'endless.config.ts', '--timeout', '3']);
    expect(stderr).toContain('Checking cart:itemAdded is not done after 3 s.');
    expect(stderr).toMatch(/at \S* ?\(?endless\/cart\.ts:14/);
    expect(code).toBe(2);
  });
});
