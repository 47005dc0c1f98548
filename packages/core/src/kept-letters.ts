import type { BusContext } from './bus-context.ts';
import type { DeadLetter } from './hub/dead-letters.ts';
import { isLate } from './is-thenable.ts';
import { type Readable, toNext, toSubscription } from './readable.ts';

/** The letters that a bus may see, as a readable value. */
export function keptLetters(bus: BusContext, list: () => DeadLetter[]): Readable<readonly DeadLetter[]> {
  const { hub } = bus;
  let kept: DeadLetter[] | undefined;
  let change: object | undefined;
  const get = (): DeadLetter[] => {
    if (kept && change === hub.letterChange) return kept;
    change = hub.letterChange;
    kept = list();
    return kept;
  };
  return {
    get,
    subscribe(observer) {
      bus.alive('deadLetters.kept');
      hub.letterWatchers ??= new Set();
      const { letterWatchers } = hub;
      const next = toNext(observer);
      let told = get();
      const look = (): void => {
        // A storm of letters has it look as often, and tell once.
        if (told === get() || !letterWatchers.has(look)) return;
        told = get();
        try {
          isLate(next(told), bus.report);
        } catch (error) {
          bus.report(error);
        }
      };
      letterWatchers.add(look);
      return toSubscription(() => letterWatchers.delete(look), bus.whenDisposed);
    },
  };
}
