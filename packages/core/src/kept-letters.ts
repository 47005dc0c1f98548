import type { BusContext } from './bus-context.ts';
import type { DeadLetter } from './hub/dead-letters.ts';
import { type Readable, toSubscription } from './readable.ts';

/** The letters that a bus may see, as a readable value. */
export function keptLetters(
  { hub, alive, whenDisposed, report }: BusContext,
  list: () => DeadLetter[],
): Readable<readonly DeadLetter[]> {
  let kept: DeadLetter[] | undefined;
  let changes: number | undefined;
  const get = (): DeadLetter[] => {
    if (kept && changes === hub.letterChanges) return kept;
    changes = hub.letterChanges;
    kept = list();
    return kept;
  };
  return {
    get,
    subscribe(observer) {
      alive('deadLetters.kept.subscribe');
      hub.letterWatchers ??= new Set();
      const { letterWatchers } = hub;
      const next = typeof observer === 'function' ? observer : (now: readonly DeadLetter[]) => observer.next?.(now);
      let waits = false;
      const changed = (): void => {
        // A storm of letters is worth one look at the list.
        if (!waits) queueMicrotask(tell);
        waits = true;
      };
      const tell = (): void => {
        waits = false;
        try {
          if (letterWatchers.has(changed)) next(get());
        } catch (error) {
          report(error);
        }
      };
      letterWatchers.add(changed);
      return toSubscription(() => letterWatchers.delete(changed), whenDisposed);
    },
  };
}
