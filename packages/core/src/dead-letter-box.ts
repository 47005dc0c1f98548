import type { BusContext } from './bus-context.ts';
import { isBusError } from './bus-error.ts';
import { inDevelopment } from './development.ts';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from './hub/dead-letters.ts';
import { removeLetter } from './hub/letters.ts';
import { keepLetters } from './keep-letters.ts';
import { isAllowed } from './permissions.ts';
import { toSubscription } from './readable.ts';
import { assertHandler } from './receive/check-options.ts';
import { redrive } from './redrive.ts';

/** The hub's dead letters as one bus may see them: a scope sees its own and those of events that it may hear. */
export function createDeadLetters(bus: BusContext): DeadLetters {
  const { source, permissions } = bus;
  const { letters, letterObservers } = bus.hub;
  const isVisible = ({ event, subscriber }: DeadLetter): boolean =>
    event.source === source || subscriber?.source === source || isAllowed(permissions.subscribe, event.type);
  const list = (filter: DeadLetterFilter = () => true): DeadLetter[] =>
    [...letters.values()].filter(
      (letter) => isVisible(letter) && (typeof filter === 'string' ? letter.id === filter : filter(letter)),
    );

  return {
    list,
    subscribe(observer) {
      bus.alive('deadLetters.subscribe');
      if (inDevelopment) assertHandler(observer, 'deadLetters', source);
      const observe = (letter: DeadLetter): void => {
        if (isVisible(letter)) observer(letter);
      };
      letterObservers.add(observe);
      return toSubscription(() => letterObservers.delete(observe), bus.whenDisposed);
    },
    redrive(filter, { edit = (data: unknown) => data } = {}) {
      const sent = list(filter).filter((letter) => {
        try {
          return redrive(bus, letter, edit);
        } catch (error) {
          if (typeof filter === 'string') throw error;
          // What is refused again has a letter still; what `edit` throws has none.
          if (!isBusError(error)) bus.report(error);
          return false;
        }
      });
      return sent.length;
    },
    discard: (filter) => list(filter).filter(({ id }) => removeLetter(bus.hub, id)).length,
    keep(store) {
      bus.alive('deadLetters.keep');
      return keepLetters(bus, store, isVisible);
    },
  };
}
