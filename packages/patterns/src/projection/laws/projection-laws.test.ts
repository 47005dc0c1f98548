import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands, emits, project } from './commands.test.fixture.ts';
import { happened, Page } from './page.test.fixture.ts';

interface Process {
  readonly env: Partial<Record<string, string>>;
}

const { env } = (globalThis as unknown as { process: Process }).process;
const { BUSBAR_PROJECTION_RUNS: asked, BUSBAR_PROJECTION_SEED: seed, BUSBAR_PROJECTION_PATH: path } = env;
const numRuns = Number(asked ?? 300);

describe('A projection holds each event once, in order,', () => {
  beforeAll(async () => {
    const program = fc.asyncProperty(emits, project, commands, async (before, first, rest) => {
      const page = new Page(before);
      for (const command of [first, ...rest]) await page.run(command);
      await page.finish();
    });
    await fc.assert(program, { numRuns, ...(seed && { seed: Number(seed) }), ...(path && { path }) });
  }, 3_600_000);

  it('whatever order history and live events, snapshots, rebuilds, failures and redriven letters come in', () => {
    expect(happened.comparisons).toBeGreaterThan(path ? 0 : numRuns);
  });

  // Few programs may miss what is rare.
  if (asked) {
    it('in programs in which each of these happens often enough', () => {
      expect(Object.entries(happened).filter(([, times]) => times < numRuns / 500)).toEqual([]);
    });
  }
});
