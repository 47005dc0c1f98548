// `pnpm measure:gate`: how long the gate takes, against the bars that it has to meet. Exits with 1 where it does not.

import { checkContracts } from '../src/gate.ts';
import { compareSchemas } from '../src/index.ts';
import { parseLock } from '../src/lock.ts';
import { candidatesOf, manyContracts, versions } from './many-contracts.ts';
import { linesOf, recursiveSchema } from './recursive-schema.ts';

/** Milliseconds. */
const bars = { thousandContracts: 5_000, recursiveSchema: 1_000 };
/** How much longer twice as many contracts may take, noise of the machine included. */
const steepest = 2.6;
const rounds = 3;

const failures: string[] = [];
measureContracts();
measureRecursiveSchema();
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Reads the lock file and the contracts and checks them, as `busbar check` does once it has loaded the modules. */
function measureContracts(): void {
  const rows: Record<string, unknown>[] = [];
  let before: number | undefined;
  for (const count of [250, 500, 1_000, 2_000]) {
    const { lockText, contracts } = manyContracts(count);
    let compared = 0;
    const times = timesOf(() => {
      const report = checkContracts(parseLock(lockText), candidatesOf(contracts));
      if (!report.passed)
        throw new Error(`The gate found ${report.findings.find(({ severity }) => severity === 'error')?.message}`);
      ({ compared } = report.counts);
    });
    const time = median(times);
    rows.push({
      contracts: count,
      versions,
      comparisons: compared,
      'first ms': Math.round(times[0]!),
      'median ms': Math.round(time),
      ratio: before ? (time / before).toFixed(2) : '–',
    });
    if (count === 1_000) hold(`${count} contracts of ${versions} versions`, times[0]!, bars.thousandContracts);
    if (before && time / before > steepest)
      failures.push(`${count} contracts take ${(time / before).toFixed(2)} times as long as half of them.`);
    before = time;
  }
  console.table(rows);
}

function measureRecursiveSchema(): void {
  const [original, updated] = [recursiveSchema(5_000), recursiveSchema(5_000, true)];
  const rows = (['strict', 'lenient', 'parsed'] as const).map((policy) => {
    let differences = 0;
    const times = timesOf(() => {
      // A copy, so that nothing is known of it from the round before.
      const [one, other] = structuredClone([original, updated]);
      differences = compareSchemas(one!, other!, { policy }).differences.length;
    });
    hold(`A recursive schema of ${linesOf(original)} lines by the policy ${policy}`, times[0]!, bars.recursiveSchema);
    return {
      policy,
      lines: linesOf(original),
      differences,
      'first ms': Math.round(times[0]!),
      'median ms': Math.round(median(times)),
    };
  });
  console.table(rows);
}

/** What each round took: by the clock, or of the processor where that is less, as it is where others keep it busy. */
function timesOf(work: () => void): number[] {
  return Array.from({ length: rounds }, () => {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(used);
    return Math.min(performance.now() - begun, (user + system) / 1_000);
  });
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;
}

function hold(what: string, time: number, bar: number): void {
  if (time > bar) failures.push(`${what}: ${Math.round(time)} ms, and ${bar} are allowed.`);
}
