import type { BoundName } from '../difference-types.ts';
import type { Report } from '../pairs/report.ts';

type BoundKeyword =
  | `${'min' | 'max'}${'Length' | 'Items' | 'Properties' | 'Contains'}`
  | 'minimum'
  | 'maximum'
  | 'exclusiveMinimum'
  | 'exclusiveMaximum';

export type Bounds = { readonly [K in BoundKeyword]?: number };

/** Bounds of a length, a number or a count. */
export function compareBounds(
  bounds: readonly (readonly [BoundKeyword, BoundName])[],
  original: Bounds,
  updated: Bounds,
  report: Report,
): void {
  for (const [keyword, name] of bounds) {
    const before = original[keyword];
    const after = updated[keyword];
    if (before === after) continue;
    const change = changeOf(before, after);
    report.add(`${name}_${change}`, `/${keyword}`, { original: before, updated: after });
  }
}

function changeOf(before: number | undefined, after: number | undefined): 'ADDED' | 'REMOVED' | 'INCREASED' | 'DECREASED' {
  if (before === undefined) return 'ADDED';
  if (after === undefined) return 'REMOVED';
  return after > before ? 'INCREASED' : 'DECREASED';
}
