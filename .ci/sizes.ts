// `pnpm check:sizes`: what a consumer's bundle grows by, measured on the built packages, held to the limits of
// sizes/parts.ts and to the table in README.md, and that it has no sentences in it, which only developers need. `--write`
// writes the table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './root.mjs';
import { fiveOnAPage } from './sizes/five-on-a-page.ts';
import { codeOf, parts } from './sizes/parts.ts';
import { proseInProduction } from './sizes/production-prose.ts';
import { readmeTable, tableWithLimits, tooLarge } from './sizes/size-table.ts';
import { weightOf } from './sizes/weight.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const coded = await Promise.all(parts.map(async (part) => ({ ...part, code: await codeOf(part) })));
const single = coded.map((part) => ({ ...part, ...weightOf(part.code) }));
const weighed = [...single, ...fiveOnAPage(single)];
console.log(tableWithLimits(weighed));
const complaints = [...tooLarge(weighed), ...proseInProduction(coded), ...untrueReadme(readmeTable(weighed), values.write)];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

function untrueReadme(table: string, write: boolean): string[] {
  const file = join(root, 'README.md');
  const marked = /(<!-- sizes -->\n)[\s\S]*?(\n<!-- \/sizes -->)/;
  const readme = readFileSync(file, 'utf8');
  if (!marked.test(readme))
    return ['README.md has no place for the sizes: put <!-- sizes --> and <!-- /sizes --> on lines of their own.'];
  const updated = readme.replace(marked, (_all, before: string, after: string) => before + table + after);
  if (updated === readme) return [];
  if (!write) return ['README.md shows other sizes than these. Write these: pnpm check:sizes --write'];
  writeFileSync(file, updated);
  return [];
}
