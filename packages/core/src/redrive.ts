import type { BusContext } from './bus-context.ts';
import type { BusEvent } from './event.ts';
import type { DeadLetter } from './hub/dead-letters.ts';
import { give } from './hub/give.ts';
import type { Hub, SubscriptionRecord } from './hub/hub.ts';
import { letterOf, removeLetter, takeLetter } from './hub/letters.ts';
import { Memory } from './hub/memory.ts';
import { contractOf } from './hub/topic.ts';
import { isMirrored, mirrorBound, showToWindow } from './hub/window-edge.ts';
import { parsePayload } from './parse-payload.ts';
import { emit, knownContract } from './publish/emit.ts';

/** Sends one letter again, unless that has been done; answers whether there was somebody to send it to. */
export function redrive(bus: BusContext, letter: DeadLetter, edit: (data: unknown) => unknown): boolean {
  const { hub } = bus;
  hub.redriving ??= new Set();
  const { redriving } = hub;
  if (redriving.has(letter.id) || !letterOf(hub, letter.id)) return false;
  redriving.add(letter.id);
  try {
    return send(bus, letter, edit);
  } finally {
    redriving.delete(letter.id);
  }
}

function send(bus: BusContext, letter: DeadLetter, edit: (data: unknown) => unknown): boolean {
  const { hub } = bus;
  const { event, subscriber, id } = letter;
  const { type, source, dataversion } = event;
  const isOwn = isOfThisPage(hub, letter);
  // What another page emitted may come by another way, too.
  const idempotencykey = event.idempotencykey ?? event.id;
  const again: BusEvent = { ...event, redriveof: id, ...(!isOwn && { idempotencykey }) };
  const contract = contractOf(hub.topics.get(type), dataversion);
  const data = edit(event.data);
  if (!subscriber) {
    emit(bus, contract ?? type, data, { cause: false }, again);
    removeLetter(hub, id);
    return true;
  }
  const isForWindow = subscriber.id === 0;
  const taker = isForWindow ? undefined : takerOf(hub, letter);
  if (isForWindow ? !isMirrored(hub, hub.topics.get(type)) : !taker) return false;
  const known = data === event.data ? undefined : (contract ?? knownContract(bus, type));
  const edited = known && { data: parsePayload(known, data, source, hub.limits), dataversion: known.version };
  if (taker ? taker.isFull() : hub.mirroring >= mirrorBound) return false;
  // A store has it until the event has come to its end.
  if (!takeLetter(hub, id)) return false;
  const sent = Object.freeze({ ...again, ...edited, sequence: isOwn ? event.sequence : ++hub.sequence });
  if (!taker) return showToWindow(hub, sent);
  noteTaken(hub, taker, event);
  give(hub, taker, [sent]);
  return true;
}

/**
 * Who missed the event. If that one has ended: the oldest later subscription of the same source and target that was not
 * given the event in its place yet, so that each of several takes one letter.
 */
function takerOf(hub: Hub, letter: DeadLetter): SubscriptionRecord | undefined {
  const { event, subscriber } = letter;
  const isOwn = isOfThisPage(hub, letter);
  const subscriptions = [...hub.subscriptions];
  return (
    (isOwn && subscriptions.find(({ id }) => id === subscriber?.id)) ||
    subscriptions.find(
      ({ id, source, target, since }) =>
        source === subscriber?.source &&
        target === subscriber.target &&
        (!isOwn || since >= event.sequence) &&
        !hub.taken?.has(`${id} ${event.id}`),
    )
  );
}

/** Remembers it for as many events as there may be letters. */
function noteTaken(hub: Hub, { id }: SubscriptionRecord, event: BusEvent): void {
  hub.taken ??= new Memory();
  hub.taken.add(`${id} ${event.id}`, hub.limits.deadLetters);
}

/** Ids of subscriptions and sequences of events say something on their own page alone. */
function isOfThisPage({ prefix }: Hub, { id }: DeadLetter): boolean {
  return id.startsWith(prefix);
}
