import * as fc from 'fast-check';
import { expect } from 'vitest';
import { anyProgram } from './any-program.test.fixture.ts';
import type { Sight } from './describe.test.fixture.ts';
import { runModel } from './model.test.fixture.ts';
import type { Busbar } from './page-contracts.test.fixture.ts';
import type { Program } from './program.test.fixture.ts';
import type { Rule } from './rules.test.fixture.ts';
import { runBus } from './run-bus.test.fixture.ts';

/** What was run, and how often each rule of the model was at work. */
export interface Statistics {
  readonly seed: number;
  programs: number;
  steps: number;
  /** Programs that were compared up to a moment after which nobody promises an order. */
  cut: number;
  readonly rules: Map<Rule, number>;
}

export interface Run {
  readonly programs: number;
  readonly seed: number;
  /** Where in the run of that seed a program is that failed before. */
  readonly path: string | undefined;
}

/** Runs so many programs with the model and with the bus. Throws the smallest that it finds in which they differ. */
export async function checkPrograms(copies: readonly [Busbar, Busbar], { programs, seed, path }: Run): Promise<Statistics> {
  const statistics: Statistics = { seed, programs: 0, steps: 0, cut: 0, rules: new Map() };
  const property = fc.asyncProperty(anyProgram, async (program) => {
    const { sights, tally } = runModel(program);
    count(statistics, program, sights, tally);
    compare(program, sights, await runBus(copies, program, sights.length));
  });
  const details = await fc.check(property, { numRuns: programs, seed, ...(path !== undefined && { path }) });
  if (details.failed) throw new Error(tellFailure(details), { cause: details.errorInstance });
  return statistics;
}

function count(statistics: Statistics, { steps }: Program, sights: readonly Sight[], tally: ReadonlyMap<Rule, number>): void {
  const { rules } = statistics;
  statistics.programs++;
  statistics.steps += sights.length;
  if (sights.length < steps.length) statistics.cut++;
  for (const [rule, times] of tally) rules.set(rule, (rules.get(rule) ?? 0) + times);
}

/** The first step after which something else is seen than the model says. */
function compare({ steps }: Program, expected: readonly Sight[], seen: readonly Sight[]): void {
  for (const [index, sight] of expected.entries()) {
    if (JSON.stringify(seen[index]) === JSON.stringify(sight)) continue;
    expect(seen[index], `Step ${index}, ${JSON.stringify(steps[index])}`).toEqual(sight);
  }
}

function tellFailure({ seed, counterexamplePath, counterexample, errorInstance }: fc.RunDetails<[Program]>): string {
  const [program] = counterexample ?? [];
  const lines = [
    'The bus does something else than the model.',
    (errorInstance as Error | null)?.message ?? '',
    `Again: BUSBAR_MODEL_SEED=${seed} BUSBAR_MODEL_PATH=${counterexamplePath} pnpm check:model`,
    'The program:',
    ...Object.entries(program ?? {}).map(([part, value]) => `  ${part}: ${print(value)}`),
  ];
  return lines.join('\n');
}

function print(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)},\n`).join('')}  ]`;
}
