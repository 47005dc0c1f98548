// How long `busbar check` takes as a process of its own, from its start to its end. Exits with 1 past the bar.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { versions, writeProject } from './write-project.ts';

const bin = fileURLToPath(new URL('../src/busbar.ts', import.meta.url));
/** Milliseconds for 1,000 contracts. */
const bar = 5_000;
const rounds = 3;
/** Makes a process say what it took of the processor, in milliseconds, when it ends. */
const tellTime = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1000)); });",
)}`;

const rows: Record<string, unknown>[] = [];
let before: number | undefined;
for (const contracts of [250, 500, 1_000, 2_000]) {
  const folder = await writeProject(contracts);
  try {
    const time = medianOf(() => check(folder));
    rows.push({ contracts, versions, 'busbar check ms': Math.round(time), ratio: before ? (time / before).toFixed(2) : '–' });
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

/** What a run took: by the clock, or of the processor where that is less, as it is where others keep it busy. */
function check(cwd: string): number {
  const begun = performance.now();
  const run = spawnSync(process.execPath, ['--import', tellTime, bin, 'check', '--json'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`busbar check ended with ${run.status}: ${run.stdout.slice(0, 2_000)}`);
  return Math.min(performance.now() - begun, Number(run.output[3]));
}

function medianOf(work: () => number): number {
  return Array.from({ length: rounds }, work).sort((one, other) => one - other)[Math.floor(rounds / 2)]!;
}
