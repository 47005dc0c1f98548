import type { BusContext } from './bus-context.ts';
import { BusError, isBusError } from './bus-error.ts';
import { inDevelopment } from './development.ts';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from './hub/dead-letters.ts';
import { removeLetter } from './hub/letters.ts';
import { isLate } from './is-thenable.ts';
import { keptLetters } from './kept-letters.ts';
import { assertFit, isFunction, type Rule } from './option-rules.ts';
import { isAllowed } from './permissions.ts';
import { toSubscription } from './readable.ts';
import { assertHandler } from './receive/check-options.ts';
import { redrive } from './redrive.ts';

const rules = (): Record<'filter' | 'edit', Rule> => ({
  filter: [(given) => typeof given === 'string' || isFunction(given), 'an id or a function'],
  edit: [isFunction, 'a function'],
});

/** Which letters a bus may see: a scope sees its own and those of events that it may hear. */
export function isVisibleTo({ source, permissions }: BusContext): (letter: DeadLetter) => boolean {
  return ({ event, subscriber }) =>
    event.source === source || subscriber?.source === source || isAllowed(permissions.subscribe, event.type);
}

/** The hub's dead letters as one bus may see them. */
export function createDeadLetters(bus: BusContext): DeadLetters {
  const { source } = bus;
  const { letters, letterObservers } = bus.hub;
  const isVisible = isVisibleTo(bus);
  const atOnce = <Answer>(callback: string, { event: { type } }: DeadLetter, answer: Answer): Answer => {
    if (isLate(answer)) throw new BusError('async-callback', { callback, type, source });
    return answer;
  };
  const list = (filter: DeadLetterFilter = () => true): DeadLetter[] => {
    if (inDevelopment) assertFit({ filter }, rules(), source);
    return [...letters.values()].filter(
      (letter) =>
        isVisible(letter) && (typeof filter === 'string' ? letter.id === filter : atOnce('filter', letter, filter(letter))),
    );
  };

  return {
    list,
    kept: keptLetters(bus, list),
    subscribe(observer) {
      bus.alive('deadLetters.subscribe');
      if (inDevelopment) assertHandler(observer, 'deadLetters', source);
      const observe = (letter: DeadLetter): void => {
        if (isVisible(letter)) isLate(observer(letter), bus.report);
      };
      letterObservers.add(observe);
      return toSubscription(() => letterObservers.delete(observe), bus.whenDisposed);
    },
    redrive(filter, options) {
      const { edit = (data: unknown) => data } = { ...options };
      if (inDevelopment) assertFit({ edit }, rules(), source);
      const sent = list(filter).filter((letter) => {
        try {
          return redrive(bus, letter, (data) => atOnce('edit', letter, edit(data)));
        } catch (error) {
          if (typeof filter === 'string') throw error;
          // What is refused again has a letter still; what `edit` throws has none.
          if (!isBusError(error) || isBusError(error, 'async-callback')) bus.report(error);
          return false;
        }
      });
      return sent.length;
    },
    discard: (filter) => list(filter).filter(({ id }) => removeLetter(bus.hub, id)).length,
  };
}
