// `node .ci/hot-path.ts [--write] [operation]`: what the core does on the hot path, counted; of one operation by function.
// `--write` records it, for failures to say what has changed since.
import { countWork } from './hot-path/count-work.ts';
import { limits, type Operation } from './hot-path/limits.ts';
import { recordWork } from './hot-path/recorded-work.ts';
import { sumOf } from './hot-path/work.ts';

const asked = process.argv.slice(2).filter((word) => word !== '--write');
const work = await countWork();
const operations = Object.keys(limits) as Operation[];
console.table(Object.fromEntries(operations.map((operation) => [operation, sumOf(work[operation])])));
for (const operation of operations.filter((each) => asked.includes(each))) console.table(work[operation]);
if (process.argv.includes('--write')) await recordWork(work);
