// The page of the soak: micro-frontends of several copies that come and go, emit and handle, well and badly.
import type { BusMetrics, SubscriptionMetrics } from '@busbar/core';
import { createEmitter } from './emissions.ts';
import { kinds } from './kinds.ts';
import { Ledger } from './ledger.ts';
import { mount, subscribeIn } from './micro-frontend.ts';
import { createRandom } from './random.ts';
import { createRing } from './ring.ts';

/** What the page tells when its load rests and everything is unmounted that ever is. */
export interface Rest {
  /** Those of the hub. */
  readonly emitted: number;
  readonly delivered: number;
  readonly deadLetters: number;
  readonly subscriptions: number;
  /** Events that wait for handlers which never settle. */
  readonly waiting: number;
  /** The most that waited since the last rest. */
  readonly mostWaiting: number;
  /** Letters that are kept. */
  readonly letters: number;
  /** Errors of handlers and filters that were told. */
  readonly errors: number;
  /** How many subscriptions were compared with the books, and those whose figures do not add up. */
  readonly audited: number;
  readonly differences: readonly string[];
}

const seats = 24;
const waysEach = 5;
const random = createRandom(Number(new URLSearchParams(location.search).get('seed')));
const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;

const ledger = new Ledger();
const residents = soakCopies.map((copy, index) => ({ copy, bus: copy.createBus(`resident-${index}`) }));
const { bus } = residents[0]!;
const guests = Array.from({ length: seats }, (_, seat) => {
  const copy = soakCopies[seat % soakCopies.length]!;
  const bus = copy.createBus(`guest-${seat}`);
  return { copy, bus, emitter: createEmitter(bus, copy, ledger, random), unmount: undefined as (() => void) | undefined };
});
const beginRing = createRing(soakCopies[0]!, soakCopies[1]!, ledger);
let turns = 0;
let isResting = true;
let mostWaiting = 0;

ledger.watch(bus);
for (const { bus, copy } of residents) subscribeIn(Object.keys(kinds), bus, copy, ledger);
globalThis.soak = { resume, rest };

declare global {
  var soak: { resume(): void; rest(): Promise<Rest> };
}

function resume(): void {
  isResting = false;
  for (const guest of guests) change(guest);
  // At the beginning of each stretch of load, so that every sample comes as long after one.
  pick(guests).emitter.flood();
  turn();
}

/** A hundredth of a second of load. */
function turn(): void {
  if (isResting) return;
  turns++;
  for (let count = 0; count < 30; count++) pick(guests).emitter.emitOne();
  if (turns % 5 === 0) change(pick(guests));
  if (turns % 50 === 0) redrive();
  if (turns % 100 === 0) beginRing();
  if (turns % 20 === 0) mostWaiting = Math.max(mostWaiting, waitingIn(bus.metrics()));
  setTimeout(turn, 10);
}

/** One micro-frontend goes, and another comes in its place. */
function change(guest: (typeof guests)[number]): void {
  guest.unmount?.();
  const ways = new Set(Array.from({ length: waysEach }, () => pick(Object.keys(kinds))));
  guest.unmount = mount(guest.bus, guest.copy, [...ways], ledger);
}

/** Sends the newest letters of subscriptions again, and throws those away that never came to one. */
function redrive(): void {
  for (const { id, subscriber } of bus.deadLetters.list().slice(-20)) {
    if (!subscriber) bus.deadLetters.discard(id);
    else if (bus.deadLetters.redrive(id) > 0) ledger.redriven(subscriber.source);
  }
}

async function rest(): Promise<Rest> {
  isResting = true;
  while (!isSettled(bus.metrics())) await new Promise((next) => setTimeout(next, 10));
  const { subscriptions } = bus.metrics();
  const [differences, audited] = [ledger.differences(subscriptions), ledger.size];
  for (const guest of guests) {
    guest.unmount?.();
    guest.unmount = undefined;
  }
  const after = bus.metrics();
  const told = {
    emitted: after.emitted,
    delivered: after.delivered,
    deadLetters: after.deadLetters,
    subscriptions: after.subscriptions.length,
    waiting: waitingIn(after),
    mostWaiting,
    letters: bus.deadLetters.list().length,
    errors: soakErrors,
    audited,
    differences,
  };
  mostWaiting = 0;
  return told;
}

const waitingIn = ({ queueDepth, subscriptions }: BusMetrics): number =>
  subscriptions.reduce((sum, subscription) => sum + subscription.queueDepth, queueDepth);

/** Nothing is on its way any more but to handlers that never settle. */
function isSettled({ queueDepth, subscriptions }: BusMetrics): boolean {
  const hangs = ({ source }: SubscriptionMetrics) => kinds[source.slice(source.lastIndexOf('.') + 1)]?.hangs;
  return queueDepth === 0 && subscriptions.every((one) => hangs(one) || one.queueDepth + one.running === 0);
}
