const asked = process.env['BUSBAR_SCHEMA_PAIRS'];

/**
 * How often a property is tried: in `npm test` with the same random values each time, so that a run tells of the change that
 * it is for; by `pnpm check:schemas` with new ones, and as many times more as it asks for more than 400.
 */
export function randomRuns(usual: number): { readonly numRuns: number; readonly seed?: number } {
  return asked === undefined ? { numRuns: usual, seed: 2026 } : { numRuns: Math.ceil((usual * Number(asked)) / 400) };
}
