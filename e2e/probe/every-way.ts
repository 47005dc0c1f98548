// A bundle beside the copies `a` and `b`: parcels are emitted through one, and heard in every way there is through both.
import { nextTask } from './next-task.ts';

const { a, b } = copies;
const bus = a.createBus({ source: 'depot' });
/** The numbers of the parcels, as each way heard them. */
const heard: Record<string, number[]> = {};
let emitted = 0;

/** What was heard and what waited whenever the page went or came, right after the bus heard of it. */
const moments: { name: string; heard: Record<string, number[]>; waiting: Record<string, number> }[] = [];

const ways = { heard, moments, emit, waiting, isSettled };

declare global {
  var everyWay: typeof ways;
}

globalThis.everyWay = ways;

const deliveries = ['microtask', 'sync', 'task', 'frame', 'idle'] as const;
for (const [index, delivery] of deliveries.entries()) {
  const { createBus, parcel } = [a, b][index % 2]!;
  const numbers = listOf(delivery);
  createBus({ source: delivery }).on(parcel.sent, ({ data }) => numbers.push(data.number), { delivery });
}

b.createBus({ source: 'asynchronous' }).on(b.parcel.sent, async ({ data }) => {
  const numbers = listOf('asynchronous');
  await nextTask();
  numbers.push(data.number);
});

/** Every two-hundredth fails at its first try. */
b.createBus({ source: 'retrying' }).on(
  b.parcel.sent,
  ({ data }, { attempt }) => {
    if (data.number % 200 === 0 && attempt === 1) throw new Error('out of ink');
    listOf('retrying').push(data.number);
  },
  { retry: { attempts: 1, delay: 200, jitter: 0 } },
);

window.addEventListener('parcel:sent', (event) => listOf('window').push((event as CustomEvent).detail.number));

function listOf(way: string): number[] {
  heard[way] ??= [];
  return heard[way];
}

for (const name of ['pagehide', 'pageshow']) addEventListener(name, (event) => note(event as PageTransitionEvent));
for (const name of ['freeze', 'resume', 'visibilitychange']) document.addEventListener(name, note);

function note({ type, persisted }: Event & { persisted?: boolean }): void {
  const name = type === 'visibilitychange' ? document.visibilityState : `${type}${persisted ? ' persisted' : ''}`;
  moments.push({ name, heard: structuredClone(heard), waiting: waiting() });
}

/** Emits so many parcels, numbered on from those before. */
function emit(count: number): void {
  for (const end = emitted + count; emitted < end; emitted++) bus.emit(a.parcel.sent, { number: emitted, to: 'Oslo' });
}

/** How many events each way has yet to handle, those at work included. */
function waiting(): Record<string, number> {
  const { subscriptions } = bus.metrics();
  return Object.fromEntries(subscriptions.map(({ source, queueDepth, running }) => [source, queueDepth + running]));
}

/** Whether nothing is on its way any more, as the metrics say. */
function isSettled(): boolean {
  return bus.metrics().queueDepth === 0 && Object.values(waiting()).every((count) => count === 0);
}
