import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { laws } from './laws.test.fixture.ts';
import { anyPlan } from './plan.test.fixture.ts';
import { type Outcome, runPlan } from './run-plan.test.fixture.ts';

interface Process {
  readonly env: Partial<Record<string, string>>;
  readonly stdout: { write(text: string): void };
}

const { env, stdout } = (globalThis as unknown as { process: Process }).process;
const { BUSBAR_SAGA_RUNS: asked, BUSBAR_SAGA_SEED: seed, BUSBAR_SAGA_PATH: path } = env;
const numRuns = path === undefined ? Number(asked ?? 150) : 1;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
});
afterEach(() => vi.useRealTimers());

describe('A saga whose steps fail, time out and answer twice, on pages that die at any moment', () => {
  it('keeps every law', async () => {
    const seen = new Map<string, number>();
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      const outcome = await runPlan(plan);
      for (const [law, holds] of Object.entries(laws)) hold(law, () => holds(outcome, plan));
      count(seen, outcome);
    });
    await fc.assert(property, { numRuns, ...(seed && { seed: Number(seed) }), ...(path && { path }) });
    if (asked) stdout.write(`${numRuns} histories: ${[...seen].map(([what, times]) => `${times} ${what}`).join(', ')}\n`);
  }, 3_600_000);
});

function hold(law: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`Broken: ${law}.\n${(error as Error).message}`, { cause: error });
  }
}

/** What the histories came to, so that a run shows that it has seen everything. */
function count(seen: Map<string, number>, { before, deaths }: Outcome): void {
  const happened = [...[...before.values()].map(({ status }) => `sagas ${status}`), ...(deaths > 0 ? ['pages died'] : [])];
  for (const what of happened) seen.set(what, (seen.get(what) ?? 0) + (what === 'pages died' ? deaths : 1));
}
