// How long `busbar check` takes as a process of its own, from its start to its end. Exits with 1 past the bar.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { versions, writeProject } from './write-project.ts';

const bin = fileURLToPath(new URL('../src/busbar.ts', import.meta.url));
/** Milliseconds for 1,000 contracts. */
const bar = 5_000;
const rounds = 3;

const rows: Record<string, unknown>[] = [];
let before: number | undefined;
for (const contracts of [250, 500, 1_000, 2_000]) {
  const folder = await writeProject(contracts);
  try {
    const time = medianOf(() => check(folder));
    rows.push({ contracts, versions, 'busbar check ms': Math.round(time), ratio: before && (time / before).toFixed(2) });
    if (contracts === 1_000 && time > bar) {
      console.error(`busbar check takes ${Math.round(time)} ms for ${contracts} contracts, and ${bar} are allowed.`);
      process.exitCode = 1;
    }
    before = time;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
console.table(rows);

/** @throws what the command said, where it did not end with 0. */
function check(cwd: string): void {
  execFileSync(process.execPath, [bin, 'check', '--json'], { cwd, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e9 });
}

function medianOf(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)]!;
}
