import { type ComputedRef, onScopeDispose, type ShallowRef, shallowRef } from 'vue';
import { hasEnded, type OrderProgress } from './progress/order-progress.ts';
import { useOrderProgress } from './progress/use-order-progress.ts';
import { readVisit, type Visit, writeVisit } from './stored-visit.ts';

/** What somebody has ordered on this visit, over reloads, and how far it has come. */
export function useVisit(): {
  readonly visit: Readonly<ShallowRef<Visit | undefined>>;
  readonly progress: ComputedRef<OrderProgress>;
  /** Keeps another visit in place of this one, or none. */
  keep(next: Visit | undefined): void;
} {
  const visit = shallowRef(readVisit());
  const progress = useOrderProgress(() => visit.value?.order.number);

  function keep(next: Visit | undefined): void {
    visit.value = next;
    writeVisit(next);
  }

  // Whoever comes back has seen how it ended; whoever reloads the page sees it once more.
  onScopeDispose(() => {
    if (visit.value && hasEnded(progress.value)) keep(undefined);
  });
  return { visit, progress, keep };
}
