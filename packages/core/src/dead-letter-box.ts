import type { BusContext } from './bus-context.ts';
import { BusError } from './bus-error.ts';
import type { BusEvent } from './event.ts';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from './hub/dead-letters.ts';
import type { Hub, SubscriptionRecord } from './hub/hub.ts';
import { contractOfVersion } from './hub/topic.ts';
import { parsePayload } from './parse-payload.ts';
import { emit } from './publish/emit.ts';
import { toSubscription } from './readable.ts';

/** The hub's dead letters as one bus may see them: a scope sees its own and those of events that it may hear. */
export function createDeadLetters(bus: BusContext): DeadLetters {
  const { hub, permissions, source } = bus;
  const visible = ({ event, subscriber }: DeadLetter): boolean =>
    permissions.maySubscribe(event.type) || event.source === source || subscriber?.source === source;
  const list = (filter?: DeadLetterFilter): DeadLetter[] =>
    hub.letters.filter((letter) => visible(letter) && fits(letter, filter));

  return {
    list,
    subscribe(observer) {
      if (typeof observer !== 'function')
        throw new BusError('invalid-handler', { target: 'deadLetters', source, given: typeof observer });
      const visibleOnly = (letter: DeadLetter): void => {
        if (visible(letter)) observer(letter);
      };
      hub.letterObservers.add(visibleOnly);
      const stop = toSubscription(() => {
        hub.letterObservers.delete(visibleOnly);
        forget();
      });
      const forget = bus.whenDisposed(stop);
      return stop;
    },
    redrive(filter, { edit } = {}) {
      return list(filter).filter((letter) => redrive(bus, letter, edit ? edit(letter.event.data) : letter.event.data)).length;
    },
    discard(filter) {
      const letters = list(filter);
      for (const letter of letters) remove(hub, letter);
      return letters.length;
    },
  };
}

/** Sends one letter again; answers whether there was somebody to send it to. */
function redrive(bus: BusContext, letter: DeadLetter, data: unknown): boolean {
  const { hub } = bus;
  const { event, subscriber } = letter;
  const contract = contractOfVersion(hub.topics.get(event.type), event.dataversion ?? 0) ?? bus.contractNamed(event.type);
  if (!subscriber) {
    if (!contract) throw new BusError('unknown-contract', { type: event.type, source: bus.source, known: [] });
    remove(hub, letter);
    emit(bus, contract, data, { cause: false }, letter);
    return true;
  }
  const receiver = receiverOf(hub, letter);
  if (!receiver) return false;
  const checked = data === event.data || !contract ? data : parsePayload(contract, data, event.source, hub.limits);
  remove(hub, letter);
  const again = Object.freeze({ ...event, data: checked, redriveof: letter.id }) as BusEvent;
  hub.queue.push({
    run() {
      if (!receiver.ended) receiver.receive(again, true);
      return true;
    },
  });
  return true;
}

/** The subscription that missed it, or after a remount the one that took its place. */
function receiverOf(hub: Hub, { subscriber }: DeadLetter): SubscriptionRecord | undefined {
  const records = [...hub.subscriptions];
  return (
    records.find(({ id }) => id === subscriber?.id) ??
    records.find(({ source, target }) => source === subscriber?.source && target === subscriber.target)
  );
}

function remove(hub: Hub, letter: DeadLetter): void {
  const index = hub.letters.indexOf(letter);
  if (index >= 0) hub.letters.splice(index, 1);
}

function fits(letter: DeadLetter, filter: DeadLetterFilter | undefined): boolean {
  if (filter === undefined) return true;
  return typeof filter === 'string' ? letter.id === filter : filter(letter);
}
