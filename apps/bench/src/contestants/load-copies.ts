import type * as BusbarCopy from './busbar.ts';

/** Loads the first so many of the copies that `buildCopies` has built beside the page. */
export function loadCopies(count: number): Promise<(typeof BusbarCopy)[]> {
  const loads = Array.from({ length: count }, (_copy, index) => import(/* @vite-ignore */ `/copy-${index + 1}.js`));
  return Promise.all(loads);
}
