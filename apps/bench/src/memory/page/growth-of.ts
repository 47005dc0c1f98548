import { type Kind, keptTitles, madeTitles, subscriptionTitles } from '../kinds.ts';
import { contestantGrowth, handlerGrowth } from './contestant-growth.ts';
import type { Growth } from './growth.ts';
import { keptGrowths } from './kept-growth.ts';
import { madeGrowths } from './made-growth.ts';
import { subscriptionGrowth } from './subscription-growth.ts';

/** What makes more of a kind. */
export function growthOf({ id, group }: Kind): Growth {
  if (id in subscriptionTitles) return subscriptionGrowth(id as keyof typeof subscriptionTitles);
  if (id in keptTitles) return keptGrowths[id as keyof typeof keptTitles]();
  if (id in madeTitles) return madeGrowths[id as keyof typeof madeTitles]();
  if (group === 'contestants') return id === 'handler' ? handlerGrowth() : contestantGrowth(id);
  throw new Error(`Nobody knows how to make more of "${id}".`);
}
