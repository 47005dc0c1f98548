import type { PageSize } from './page/page-size.ts';

/** A page of so many micro-frontends, in words. */
export function sizeTitle(size: PageSize): string {
  return size === 1 ? '1 micro-frontend (one root)' : `${size} micro-frontends`;
}
