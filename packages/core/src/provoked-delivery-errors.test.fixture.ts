import * as z from 'zod';
import { type Bus, type BusErrorCode, createBus, type DeadLetterStore, defineEvent, keepDeadLetters } from './index.ts';
import { buried, join, noted, type Provocations, reported, thrown } from './provoked-error.test.fixture.ts';

const newer = defineEvent('cart:noted', { version: 2, schema: z.string(), upcast: { 1: fail } });

const emptyStore: DeadLetterStore = { load: () => [], put: () => {}, delete: () => {} };

function fail(): never {
  throw new Error('broken');
}

/** A second micro-frontend on the hub of the first. */
function neighbour(bus: Bus): Bus {
  return createBus({ source: 'checkout', hub: bus.hub, onError: () => {} });
}

/** The error of the letter that an event leaves at a subscriber, which a neighbour of the emitter makes. */
function missed(subscribe: (bus: Bus) => void, events = 1, ttl?: number): Promise<unknown> {
  const bus = join();
  const letter = buried(bus);
  subscribe(neighbour(bus));
  for (let event = 0; event < events; event++) bus.emit(noted, event, { ttl });
  return letter;
}

/** Errors on the way to those who listen. */
export const deliveryErrors = {
  'cast-failed': {
    provoke: () => missed((bus) => bus.on(newer, () => {})),
    says: ['"checkout"', '"cart:noted" v1 as v2', /cause/, /upcast or downcast/],
  },
  'callback-failed': {
    provoke: () => missed((bus) => bus.on(noted, () => {}, { where: fail })),
    says: ['where of "checkout"', '"cart:noted"', /threw/, /cause/],
  },
  'async-callback': {
    provoke: () => missed((bus) => bus.on(noted, () => {}, { where: (async () => true) as never })),
    says: ['where of "checkout"', '"cart:noted"', /promise/, /answer at once/],
  },
  'stage-failed': {
    provoke: () =>
      thrown(() => join({ stages: [{ name: 'consent', side: 'publish', before: 'stamp', run: fail }] }).emit(noted, 1)),
    says: ['"consent" of "cart"', '"cart:noted"', /do not throw/, /cause/],
  },
  'handler-failed': {
    provoke: () =>
      reported((bus) => {
        bus.on(noted, fail, { retry: { attempts: 1, delay: 1 } });
        bus.emit(noted, 1);
      }),
    says: ['"cart" for "cart:noted"', /from "cart"/, /2 times/, /cause/, /deadLetters/],
  },
  'policy-refused': {
    provoke: () => missed((bus) => bus.on(noted, () => {}, { policy: { execute: () => Promise.reject(new Error('open')) } })),
    says: ['"checkout"', '"cart:noted"', /from "cart"/, /policy/, /deadLetters/],
  },
  'timed-out': {
    provoke: () =>
      join()
        .once(noted, { timeout: 1 })
        .catch((error: unknown) => error),
    says: ['"cart"', '1 ms', '"cart:noted"', /Raise the timeout/],
  },
  'queue-overflow': {
    provoke: () => missed((bus) => bus.on(noted, () => new Promise(() => {}), { maxQueue: 1 }), 3),
    says: ['"cart:noted" found no room', '1 events wait for "checkout"', /faster/, /another overflow or overlap/],
  },
  'event-expired': {
    provoke: () => missed((bus) => bus.on(noted, () => {}), 1, -1),
    says: ['"cart:noted"', 'from "cart"', /expired at \d{4}-\d\d-\d\dT/, '"checkout"'],
  },
  'too-many-hops': {
    provoke() {
      const bus = join();
      let cause = bus.emit(noted, 0);
      for (let hops = 1; hops <= 32; hops++) cause = bus.emit(noted, hops, { cause });
      return thrown(() => neighbour(bus).emit(noted, 33, { cause }));
    },
    says: ['"checkout" emitted "cart:noted"', /in answer to .*cart:noted/, '32 answers', /Break the ring/, /limits\.hops/],
  },
  'rate-exceeded': {
    provoke() {
      const bus = join();
      const letter = buried(bus);
      const moved = defineEvent('mouse:moved', { version: 1, schema: z.number(), rate: { limit: 1, per: 60_000 } });
      for (const x of [1, 2]) neighbour(bus).emit(moved, x);
      return letter;
    },
    says: ['"checkout" emits "mouse:moved"', '1 in 60000 ms', /deadLetters/, /Emit less, or raise the contract's rate/],
  },
  'store-conflict': {
    provoke() {
      const bus = join();
      keepDeadLetters(bus, emptyStore);
      return thrown(() => keepDeadLetters(neighbour(bus), emptyStore));
    },
    says: ['"checkout" wants to keep', '"cart" keeps them already', /one place/, /end the other's subscription/],
  },
  'store-failed': {
    provoke: () => reported((bus) => void keepDeadLetters(bus, { ...emptyStore, load: fail })),
    says: ['"cart" keeps dead letters failed at `load`', /cause/, /still in bus\.deadLetters/],
  },
} satisfies Partial<Provocations<BusErrorCode>>;
