import { readFile, writeFile } from 'node:fs/promises';
import type { WorkByOperation } from './count-work.ts';
import { parts, type Work } from './work.ts';

type Figures = readonly [calls: number, blocks: number, objects: number, bytes: number];

const file = new URL('recorded.json', import.meta.url);

/** What was counted last and written down, so that a failure can say what has changed since. */
export async function readRecordedWork(): Promise<WorkByOperation> {
  return JSON.parse(await readFile(file, 'utf8'), (_, value) => (Array.isArray(value) ? workOf(value as never) : value));
}

export async function recordWork(work: WorkByOperation): Promise<void> {
  const operations = Object.entries(work).map(([operation, byFunction]) => {
    // The engine tells functions in no certain order.
    const lines = Object.entries(byFunction)
      .map(([name, each]) => `    ${JSON.stringify(name)}: [${figuresOf(each)}]`)
      .sort();
    return `  ${JSON.stringify(operation)}: {\n${lines.join(',\n')}\n  }`;
  });
  await writeFile(file, `{\n${operations.join(',\n')}\n}\n`);
}

function figuresOf(work: Work): string {
  return parts.map((part) => work[part]).join(', ');
}

function workOf([calls, blocks, objects, bytes]: Figures): Work {
  return { calls, blocks, objects, bytes };
}
