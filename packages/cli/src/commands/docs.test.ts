import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartModule, config, createProject, type Project } from '../project.test.fixture.ts';

let project: Project;
beforeAll(async () => {
  project = createProject({ 'busbar.config.ts': config, 'src/cart.ts': cartModule('quantity') });
  await project.busbar(['snapshot']);
}, 30_000);
afterAll(() => project[Symbol.dispose]());

describe.concurrent('busbar docs', { timeout: 30_000 }, () => {
  it('writes the catalogue, and nothing in a dry run', async () => {
    const dry = await project.busbar(['docs', '--dry-run', '--json']);
    expect(JSON.parse(dry.stdout)).toMatchObject({ ok: true, dryRun: true });
    expect(existsSync(join(project.folder, 'catalogue'))).toBe(false);
    const real = await project.busbar(['docs', '--out', 'site', '--json']);
    expect(JSON.parse(real.stdout).written).toContain('site/index.html');
    expect(project.read('site/index.html')).toContain('cart:itemAdded');
  });

  it('says so where nothing is locked yet', async () => {
    using unlocked = createProject({ 'busbar.config.ts': config, 'src/cart.ts': cartModule('quantity') });
    const { code, stderr } = await unlocked.busbar(['docs']);
    expect(stderr).toContain('Run busbar snapshot first');
    expect(code).toBe(2);
  });
});
