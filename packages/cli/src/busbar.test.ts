import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cartModule, config, createProject } from './project.test.fixture.ts';

describe.concurrent('busbar', { timeout: 30_000 }, () => {
  it('tells its commands, and the options and examples of each', async () => {
    using project = createProject();
    const [help, ofCheck] = await Promise.all([project.busbar(['--help']), project.busbar(['help', 'check'])]);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/check +Check the contracts against the lock file/);
    expect(ofCheck.stdout).toMatch(/Examples\n {2}busbar check\n/);
  });

  it('has a version', async () => {
    using project = createProject();
    expect(await project.busbar(['--version'])).toEqual({ code: 0, stdout: 'unbuilt\n', stderr: '' });
  });

  it.each([
    [['chek'], 'Did you mean "check"?'],
    [['diff'], 'Missing required positional argument: OLD'],
    [['check', '--timeout', 'soon'], '--timeout has to be a number'],
  ])('says what is wrong with %j, and ends with 2', async (words, sentence) => {
    using project = createProject();
    const { code, stdout, stderr } = await project.busbar(words);
    expect(stderr).toContain(sentence);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('says which Node it needs on one that is too old, and ends with 2', async () => {
    using project = createProject();
    const older = "data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.11.0' })";
    const { code, stderr } = await project.busbar(['check'], {}, ['--import', older]);
    expect(stderr).toContain('busbar needs Node 22.18 or newer');
    expect(stderr).toContain('This is Node 20.11.0');
    expect(code).toBe(2);
  });

  it('has colours where they are forced, and none where they are not wanted', async () => {
    using project = createProject();
    const [forced, unwanted] = await Promise.all([
      project.busbar(['--help'], { FORCE_COLOR: '1' }),
      project.busbar(['--help'], { NO_COLOR: '1' }),
    ]);
    expect(forced.stdout).toContain('\u001B[1mCommands');
    expect(unwanted.stdout).not.toContain('\u001B');
  });

  it('prints completion scripts that know the commands and their options', async () => {
    using project = createProject();
    const { stdout } = await project.busbar(['completion', 'bash']);
    expect(stdout).toMatch(/snapshot\) words="--dry-run .*--json/);
  });
});

describe.concurrent('busbar without a configuration', { timeout: 30_000 }, () => {
  it('says how to come by one, and ends with 2', async () => {
    using project = createProject();
    const { code, stderr } = await project.busbar(['check']);
    expect(stderr).toContain('There is no busbar.config.ts');
    expect(stderr).toContain('npx busbar init');
    expect(code).toBe(2);
  });

  it('sets itself up without asking where nobody could answer', async () => {
    using project = createProject({ 'src/cart.ts': cartModule('quantity') });
    const first = await project.busbar(['init']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(project.read('busbar.config.ts')).toContain("contracts: ['src/cart.ts']");
    expect(JSON.parse(project.read('busbar.lock.json')).contracts).toHaveProperty('cart:itemAdded');
    const [check, again] = await Promise.all([project.busbar(['check']), project.busbar(['init'])]);
    expect(check).toMatchObject({ code: 0, stdout: expect.stringContaining('Compatible.') });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
  });

  it.each([
    ['throw', "throw new Error('out of order');"],
    ['never end', 'for (;;) Math.random();'],
  ])('leaves nothing behind where contracts %s, so that it can be set up once they are mended', async (_, trouble) => {
    using project = createProject({ 'src/cart.ts': `${cartModule('quantity')}\n${trouble}` });
    const failed = await project.busbar(['init', '--timeout', '2']);
    expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining('src/cart.ts') });
    expect(readdirSync(project.folder)).not.toContain('busbar.config.ts');
    project.write({ 'src/cart.ts': cartModule('quantity') });
    expect(await project.busbar(['init'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe.concurrent('busbar with a configuration that is wrong', { timeout: 30_000 }, () => {
  it('names everything that is wrong in it', async () => {
    using project = createProject({
      'busbar.config.ts': "export default { contracts: ['src/*.ts'], mod: 'x', policy: 'stric' };",
    });
    const { code, stderr } = await project.busbar(['check']);
    expect(stderr.replaceAll('\n', ' ')).toContain('mod is not known. Did you mean "mode"?');
    expect(stderr.replaceAll('\n', ' ')).toContain('policy is "stric", which is none of parsed, strict, lenient.');
    expect(code).toBe(2);
  });

  it('says so where no module matches', async () => {
    using project = createProject({ 'busbar.config.ts': config });
    const { code, stderr } = await project.busbar(['check']);
    expect(stderr).toContain('No module matches "src/*.ts"');
    expect(code).toBe(2);
  });
});
