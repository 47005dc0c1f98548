import { describe, expect, it } from 'vitest';
import { cartModule, config, createProject } from '../project.test.fixture.ts';

const order = (version: number) =>
  cartModule('total', version)
    .replace("defineEvents('cart'", "defineEvents('checkout'")
    .replace('itemAdded', 'started')
    .replace('cart =', 'checkout =');

describe.concurrent('busbar snapshot', { timeout: 30_000 }, () => {
  it('writes the lock file, and nothing in a dry run', async () => {
    using project = createProject({ 'busbar.config.ts': config, 'src/cart.ts': cartModule('quantity') });
    const dry = await project.busbar(['snapshot', '--dry-run']);
    expect(dry.stdout).toBe('busbar.lock.json would get 1 change.\n  + cart:itemAdded@1 is locked from now on\n');
    expect(() => project.read('busbar.lock.json')).toThrow();
    const real = await project.busbar(['snapshot', '--json']);
    expect(JSON.parse(real.stdout)).toMatchObject({
      ok: true,
      written: ['busbar.lock.json'],
      dryRun: false,
      result: { changes: [{ contract: 'cart:itemAdded', version: 1, kind: 'added' }] },
    });
    expect((await project.busbar(['snapshot'])).stdout).toBe('busbar.lock.json is up to date.\n');
  });

  it('refuses what the gate refuses, and leaves the lock file as it is', async () => {
    using project = createProject({ 'busbar.config.ts': config, 'src/cart.ts': cartModule('quantity') });
    await project.busbar(['snapshot']);
    const before = project.read('busbar.lock.json');
    project.write({ 'src/cart.ts': cartModule('amount') });
    const { code, stdout } = await project.busbar(['snapshot']);
    expect(stdout).toContain('Breaking. Nothing was written: 1 error.');
    expect({ code, after: project.read('busbar.lock.json') }).toEqual({ code: 1, after: before });
  });

  it('puts together what two branches locked, where git left a conflict', async () => {
    using project = createProject({ 'busbar.config.ts': config, 'src/cart.ts': cartModule('quantity') });
    await project.busbar(['snapshot']);
    const ours = project.read('busbar.lock.json');
    project.write({ 'src/checkout.ts': order(1) });
    await project.busbar(['snapshot']);
    const theirs = project.read('busbar.lock.json');
    project.write({ 'busbar.lock.json': `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> branch\n` });
    const check = await project.busbar(['check']);
    expect(check).toMatchObject({ code: 2, stderr: expect.stringContaining('lock-merge-conflict') });
    expect(await project.busbar(['snapshot'])).toMatchObject({ code: 0 });
    expect(project.read('busbar.lock.json')).toBe(theirs);
  });
});
