// The page that the rows are run in, one in each load of it. A driver calls `acceptance.run`, or opens it with the name of
// a row behind `#` and is told what came of its full form by a request.
import type { Core, Gauge, Outcome } from './row.ts';
import { rows } from './rows.ts';
import { runRow } from './run-row.ts';

declare global {
  var AcceptanceOne: Core;
  var AcceptanceTwo: Core;
  /** Put there by a driver that can read the browser's counters. */
  var readGauge: (() => Promise<Gauge>) | undefined;
  var acceptance: { run(name: string, full: boolean): Promise<Outcome> };
}

globalThis.acceptance = {
  run(name, full) {
    const row = rows.find((one) => one.name === name);
    if (!row) throw new Error(`There is no row ${name}.`);
    return runRow(row, { one: AcceptanceOne, two: AcceptanceTwo, full, gauge: globalThis.readGauge });
  },
};

const asked = location.hash.slice(1);
if (asked) window.addEventListener('load', () => void setTimeout(tell, 500, asked));

/** Once the browser is done with loading, which is its work and not the bus's. */
async function tell(name: string): Promise<void> {
  await fetch('outcome', { method: 'POST', body: JSON.stringify(await acceptance.run(name, true)) });
}
