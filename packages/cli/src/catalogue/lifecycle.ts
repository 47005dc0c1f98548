import type { CatalogueEvent, EventVersion } from './catalogue.ts';

/** Where something is in its life, in the one word that filters and badges go by. */
export type LifecycleWord = 'draft' | 'stable' | 'deprecated' | 'removed';

/** The word for an event: that of its newest version, unless nobody defines it any more. */
export function lifecycleWord({ newest, removed }: Pick<CatalogueEvent, 'newest' | 'removed'>): LifecycleWord {
  return removed ? 'removed' : versionWord(newest);
}

/** The word for one version. */
export function versionWord({ lifecycle }: Pick<EventVersion, 'lifecycle'>): LifecycleWord {
  return typeof lifecycle === 'object' ? 'deprecated' : lifecycle;
}

/** When a version is to be left, and for what; undefined where it is not deprecated. */
export function deprecation({ lifecycle }: Pick<EventVersion, 'lifecycle'>): { date: string; successor?: string } | undefined {
  if (typeof lifecycle !== 'object') return undefined;
  const { deprecated: date, successor } = lifecycle;
  return successor === undefined ? { date } : { date, successor };
}
