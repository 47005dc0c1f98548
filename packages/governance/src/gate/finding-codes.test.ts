import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gateSeverities, lintSeverities } from './finding.ts';

const page = readFileSync(new URL('../../../../apps/docs/compatibility.md', import.meta.url), 'utf8');

/** Codes and severities of the rows that begin with a code. */
const rows = Object.fromEntries(
  [...page.matchAll(/^\| `([a-z-]+)` \| (error|warning|info) \| /gm)].map(([, code, severity]) => [code, severity]),
);

describe('the documentation of what the gate and lint find', () => {
  it('has a row for every code, and a code for every row, with its severity', () => {
    expect(rows).toEqual({ ...gateSeverities, ...lintSeverities });
  });

  it('says when each comes up and what to do', () => {
    const cells = page
      .split('\n')
      .filter((line) => /^\| `[a-z-]+` \| (error|warning|info) \|/.test(line))
      .map((line) => line.split(' | '));
    expect(cells.filter(([, , when, advice]) => when!.length < 10 || advice!.length < 6)).toEqual([]);
  });
});
