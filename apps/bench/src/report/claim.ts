import { markdownTable } from './markdown-table.ts';

/** Something that is said of events, and what was found of it. */
export interface Claim {
  readonly text: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** All claims with a mark each. */
export function claimTable(claims: readonly Claim[]): string {
  return markdownTable(
    ['claim', 'measured', 'holds'],
    claims.map(({ text, measured, holds }) => [text, measured, holds ? '✓ yes' : '✗ **no**']),
    3,
  );
}
