import type { BusContext } from './bus-context.ts';
import { inDevelopment } from './development.ts';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from './hub/dead-letters.ts';
import { contractOf } from './hub/topic.ts';
import { parsePayload } from './parse-payload.ts';
import { isAllowed } from './permissions.ts';
import { emit } from './publish/emit.ts';
import { toSubscription } from './readable.ts';
import { assertHandler } from './receive/check-options.ts';

/** The hub's dead letters as one bus may see them: a scope sees its own and those of events that it may hear. */
export function createDeadLetters(bus: BusContext): DeadLetters {
  const { source, hub, permissions } = bus;
  const { letters, letterObservers } = hub;
  const isVisible = ({ event, subscriber }: DeadLetter): boolean =>
    event.source === source || subscriber?.source === source || isAllowed(permissions.subscribe, event.type);
  const list = (filter: DeadLetterFilter = () => true): DeadLetter[] =>
    letters.filter((letter) => isVisible(letter) && (typeof filter === 'string' ? letter.id === filter : filter(letter)));
  const remove = (letter: DeadLetter): void => {
    const index = letters.indexOf(letter);
    if (index >= 0) letters.splice(index, 1);
  };

  return {
    list,
    subscribe(observer) {
      bus.assertAlive('deadLetters.subscribe');
      if (inDevelopment) assertHandler(observer, 'deadLetters', source);
      const observe = (letter: DeadLetter): void => {
        if (isVisible(letter)) observer(letter);
      };
      const stop = toSubscription(() => {
        letterObservers.delete(observe);
      }, bus.whenDisposed);
      letterObservers.add(observe);
      return stop;
    },
    redrive(filter, { edit } = {}) {
      const sent = list(filter).filter((letter) => {
        try {
          return redrive(bus, letter, edit, remove);
        } catch (error) {
          if (typeof filter === 'string') throw error;
          return false;
        }
      });
      return sent.length;
    },
    discard: (filter) => list(filter).map(remove).length,
  };
}

/** Sends one letter again; answers whether there was somebody to send it to. */
function redrive(
  bus: BusContext,
  letter: DeadLetter,
  edit: ((data: unknown) => unknown) | undefined,
  remove: (letter: DeadLetter) => void,
): boolean {
  const { hub } = bus;
  const { event, subscriber, id } = letter;
  const { type, source } = event;
  const contract = contractOf(hub.topics.get(type), event.dataversion);
  const edited = edit ? edit(event.data) : event.data;
  if (!subscriber) {
    emit(bus, contract ?? type, edited, { cause: false }, letter);
    remove(letter);
    return true;
  }
  // After a remount, another subscription of the same source has taken the place of the one that missed it.
  const takers = [...hub.subscriptions].filter(
    (taker) => taker.source === subscriber.source && taker.target === subscriber.target,
  );
  const taker = takers.find((one) => one.id === subscriber.id) ?? takers[0];
  if (!taker) return false;
  const data = edit && contract ? parsePayload(contract, edited, source, hub.limits) : event.data;
  remove(letter);
  const again = Object.freeze({ ...event, data, redriveof: id });
  hub.queue.push(() => {
    if (!taker.ended) taker.receive(again, true);
    return true;
  });
  return true;
}
