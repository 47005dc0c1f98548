import type { BusContext } from './bus-context.ts';
import { isBusError } from './bus-error.ts';
import { inDevelopment } from './development.ts';
import type { BusEvent } from './event.ts';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from './hub/dead-letters.ts';
import { give } from './hub/give.ts';
import { contractOf } from './hub/topic.ts';
import { parsePayload } from './parse-payload.ts';
import { isAllowed } from './permissions.ts';
import { emit } from './publish/emit.ts';
import { toSubscription } from './readable.ts';
import { assertHandler } from './receive/check-options.ts';

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
    discard: (filter) => list(filter).filter(({ id }) => letters.delete(id)).length,
  };
}

/** Sends one letter again; answers whether there was somebody to send it to. */
function redrive(bus: BusContext, { event, subscriber, id }: DeadLetter, edit: (data: unknown) => unknown): boolean {
  const { hub } = bus;
  const { type, source, dataversion } = event;
  const contract = contractOf(hub.topics.get(type), dataversion);
  const data = edit(event.data);
  const again: BusEvent = { ...event, redriveof: id };
  if (subscriber) {
    const takers = [...hub.subscriptions];
    // After a remount, another subscription of the same source has taken the place of the one that missed it.
    const taker =
      takers.find((one) => one.id === subscriber.id) ??
      takers.find((one) => one.source === subscriber.source && one.target === subscriber.target);
    if (!taker) return false;
    const parsed = data === event.data ? data : parsePayload(contract!, data, source, hub.limits);
    give(hub, taker, [Object.freeze({ ...again, data: parsed })], true);
  } else {
    emit(bus, contract ?? type, data, { cause: false }, again);
  }
  hub.letters.delete(id);
  return true;
}
