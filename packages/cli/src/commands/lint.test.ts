import { describe, expect, it } from 'vitest';
import { cartModule, config, createProject } from '../project.test.fixture.ts';

describe.concurrent('busbar lint', { timeout: 30_000 }, () => {
  it('ends with 0 for warnings, and with 1 where the configuration makes them errors', async () => {
    using project = createProject();
    const unowned = cartModule('quantity').replace("owner: 'team-cart',", '');
    project.write({ 'unowned/cart.ts': unowned, 'lint.config.ts': config.replace('src/*', 'unowned/*') });
    project.write({
      'hard.config.ts': config
        .replace('src/*', 'unowned/*')
        .replace('apps:', "severities: { 'owner-missing': 'error' },\n  apps:"),
    });
    const [soft, hard] = await Promise.all(
      ['lint', 'hard'].map((name) => project.busbar(['lint', '--config', `${name}.config.ts`])),
    );
    expect(soft).toMatchObject({ code: 0, stdout: expect.stringContaining('unowned/cart.ts:5  owner-missing') });
    expect(hard).toMatchObject({ code: 1, stdout: expect.stringContaining('1 error') });
  });
});
