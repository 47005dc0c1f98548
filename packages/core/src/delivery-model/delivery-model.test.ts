import { beforeAll, describe, expect, it, vi } from 'vitest';
import { inDevelopment } from '../development.ts';
import * as firstCopy from '../index.ts';
import { checkPrograms, type Statistics } from './check-programs.test.fixture.ts';
import { rules } from './rules.test.fixture.ts';

interface Process {
  readonly env: Partial<Record<string, string>>;
  readonly stdout: { write(text: string): void };
}

const { env, stdout } = (globalThis as unknown as { process: Process }).process;
const { BUSBAR_MODEL_PROGRAMS: asked, BUSBAR_MODEL_SEED: seed, BUSBAR_MODEL_PATH: path } = env;
/** This file runs twice: with the core as it is, and as it is built for production. */
const programs = path === undefined ? Math.ceil(Number(asked ?? 10_000) / 2) : 1;

describe('The bus does what the model says', () => {
  let statistics: Statistics;

  beforeAll(() => void vi.resetModules());

  it('in any program: who is given what in which order and how often, what dies of what, and every figure', async () => {
    // Storms bring warnings.
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const copies = [firstCopy, await import('../index.ts')] as const;
    statistics = await checkPrograms(copies, { programs, seed: Number(seed ?? Date.now() | 0), path });
    if (asked) stdout.write(tell(statistics));
  }, 3_600_000);

  it('in programs in which each rule is at work often enough', () => {
    const enough = Math.floor(programs / 1_000);
    expect(rules.filter((rule) => (statistics.rules.get(rule) ?? 0) < enough)).toEqual([]);
    expect(statistics.cut).toBeLessThanOrEqual(programs / 10);
  });
});

function tell({ seed, programs, steps, cut, rules: times }: Statistics): string {
  const core = inDevelopment ? 'as it is' : 'as it is built for production';
  const counts = rules.map((rule) => `${String(times.get(rule) ?? 0).padStart(9)} ${rule}\n`);
  const compared = `${programs} programs of ${steps} steps, ${cut} of them compared up to where no order is promised`;
  return `The core ${core}: seed ${seed}, ${compared}\n${counts.join('')}`;
}
