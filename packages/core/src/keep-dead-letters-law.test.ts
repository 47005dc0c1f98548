import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createSlowStore, createStore } from './dead-letter-store.test.fixture.ts';
import { type Bus, createBus, createHub, type DeadLetterStore, defineEvent, keepDeadLetters } from './index.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

/** What may happen to letters: two ways to come, three to go. Numbers say which letter, counted round. */
type Step = readonly ['refuse' | 'fail' | 'discard' | 'redrive' | 'mend', number];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(fc.constantFrom('refuse', 'fail', 'fail', 'discard', 'redrive', 'mend'), fc.nat(20)),
  { maxLength: 40 },
);

/** A page with room for few letters, whose handler fails for negative numbers, and takes the steps that it is told. */
function openPage(store: DeadLetterStore): { bus: Bus; take(step: Step): void } {
  const bus = createBus({ source: 'test', hub: createHub({ limits: { deadLetters: 5 } }), onError: () => {} });
  keepDeadLetters(bus, store);
  const handle = ({ data }: { data: number }): void => {
    if (data < 0) throw new RangeError(`${data}`, { cause: new Error('below zero') });
  };
  bus.on(pinged, handle, { delivery: 'sync' });
  const emit = (data: unknown): void => {
    try {
      bus.emit(pinged, data as number);
    } catch {
      // Its letter is what this is about.
    }
  };
  return {
    bus,
    take([what, number]) {
      const letters = bus.deadLetters.list();
      const isMeant = ({ id }: { id: string }): boolean => id === letters[number % Math.max(1, letters.length)]?.id;
      if (what === 'refuse') emit(`text ${number}`);
      if (what === 'fail') emit(-1 - number);
      if (what === 'discard') bus.deadLetters.discard(isMeant);
      if (what === 'redrive') bus.deadLetters.redrive(isMeant);
      if (what === 'mend') bus.deadLetters.redrive(isMeant, { edit: () => number });
    },
  };
}

const told = (bus: Bus): unknown[] => bus.deadLetters.list().map(({ error, ...letter }) => ({ ...letter, error: String(error) }));

describe('whatever happens to letters that are kept', () => {
  it('the next page has at each moment what this one has', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const store = createStore();
        const page = openPage(store);
        for (const step of taken) {
          page.take(step);
          expect(told(openPage(createStore(store.held)).bus)).toEqual(told(page.bus));
        }
      }),
    );
  });

  it('a store that takes its time has in the end what the list has', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.boolean()), async (taken, coins) => {
        const { store, held, finishAll } = createSlowStore();
        const page = openPage(store);
        for (const step of taken) {
          page.take(step);
          if (coins.next().value) await finishAll();
        }
        await finishAll();
        expect([...held.keys()].sort()).toEqual(
          page.bus.deadLetters
            .list()
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });
});
