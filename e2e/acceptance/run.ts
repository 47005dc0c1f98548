// `pnpm acceptance`: the full form of every row in every browser that is there, told, and written into the documentation.
// `pnpm acceptance A13 Firefox` runs some of them and only tells.
import { chromium } from './engines/chromium.ts';
import type { Engine } from './engines/engine.ts';
import { firefox } from './engines/firefox.ts';
import { webkit } from './engines/webkit.ts';
import { measure } from './measure.ts';
import type { Outcome } from './row.ts';
import { rows } from './rows.ts';
import { type Column, writeTable } from './table.ts';

const engines: readonly Engine[] = [chromium, firefox, webkit];
const asked = process.argv.slice(2).map((word) => word.toLowerCase());
const known = [...engines, ...rows].map(({ name }) => name.toLowerCase());
for (const word of asked) if (!known.includes(word)) throw new Error(`There is no row or browser "${word}".`);

// Ends the browsers, too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const columns: Column[] = [];
for (const engine of chosen(engines)) {
  const version = await engine.version();
  if (version) columns.push({ name: engine.name, version, outcomes: await run(engine, version) });
  else console.log(`\n${engine.name} is not here, so it is left out. To install it: ${engine.install}`);
}
if (asked.length > 0 || columns.length < engines.length)
  console.log('\napps/docs/acceptance.md tells of whole runs in all browsers: left as it is.');
else writeTable(rows, columns);
const failed = columns.flatMap(({ name, outcomes }) =>
  outcomes.filter(({ holds }) => !holds).map((row) => `${row.name} in ${name}`),
);
console.log(failed.length > 0 ? `\nDoes not hold: ${failed.join(', ')}.` : '\nEverything holds.');
process.exitCode = failed.length > 0 || columns.length === 0 ? 1 : 0;

/** Those that were asked for, or all where none of them was. */
function chosen<Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] {
  const some = all.filter(({ name }) => asked.includes(name.toLowerCase()));
  return some.length > 0 ? some : all;
}

async function run(engine: Engine, version: string): Promise<Outcome[]> {
  console.log(`\n${engine.name} ${version}`);
  const outcomes: Outcome[] = [];
  for (const { name, what } of chosen(rows)) {
    const outcome = await measure(engine, name);
    outcomes.push(outcome);
    console.log(`${outcome.holds ? '✓' : '✗'} ${name} ${what}${outcome.tries > 1 ? `; told of try ${outcome.tries}` : ''}`);
    for (const figure of outcome.figures)
      console.log(
        `  ${figure.holds ? ' ' : '✗'} ${figure.name}: ${figure.measured}${figure.expected && ` (${figure.expected})`}`,
      );
  }
  return outcomes;
}
