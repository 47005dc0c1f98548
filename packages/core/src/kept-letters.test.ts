import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createStore } from './dead-letter-store.test.fixture.ts';
import { type Bus, type BusError, createBus, type DeadLetter, defineEvents, keepDeadLetters } from './index.ts';
import { nextTask } from './next-task.test.fixture.ts';
import { createPatientHub } from './patient-hub.test.fixture.ts';

const test = defineEvents('test', { pinged: { version: 1, schema: z.number() } });
const other = defineEvents('other', { pinged: { version: 1, schema: z.number() } });

function newBus(hub = createPatientHub(), errors: BusError[] = []): Bus {
  return createBus({ source: 'test', hub, onError: (error) => errors.push(error) });
}

function refuse(bus: Bus, times = 1): void {
  for (let time = 0; time < times; time++) expect(() => bus.emit(test.pinged, 'no number' as never)).toThrow();
}

describe('deadLetters.kept', () => {
  it('is the same list until letters come or go', () => {
    const bus = newBus();
    const { deadLetters } = bus;
    const before = deadLetters.kept.get();
    expect(deadLetters.kept.get()).toBe(before);
    refuse(bus);
    const after = deadLetters.kept.get();
    expect([before.length, after.length]).toEqual([0, 1]);
    expect(deadLetters.kept.get()).toBe(after);
    deadLetters.discard(() => true);
    expect(deadLetters.kept.get()).toEqual([]);
  });

  it('tells observers once of all letters that came in one go, in the microtask after', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.deadLetters.kept.subscribe((letters) => seen.push(letters.length));
    refuse(bus, 3);
    expect(seen).toEqual([]);
    await Promise.resolve();
    expect(seen).toEqual([3]);
  });

  it('tells observers of letters that were discarded or redriven', async () => {
    const bus = newBus();
    const seen: number[] = [];
    refuse(bus, 2);
    bus.deadLetters.kept.subscribe({ next: (letters: readonly DeadLetter[]) => void seen.push(letters.length) });
    bus.deadLetters.discard(bus.deadLetters.list()[0]!.id);
    await Promise.resolve();
    bus.deadLetters.redrive(() => true, { edit: () => 1 });
    await Promise.resolve();
    expect(seen).toEqual([1, 0]);
  });

  it('says nothing where nothing was discarded', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.deadLetters.kept.subscribe((letters) => seen.push(letters));
    bus.deadLetters.discard('nobody');
    await Promise.resolve();
    expect(seen).toEqual([]);
  });

  it('is silent from the end of the subscription on, also where a change waits to be told', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    const stop = bus.deadLetters.kept.subscribe((letters) => seen.push(letters));
    refuse(bus);
    stop();
    await Promise.resolve();
    expect(seen).toEqual([]);
  });

  it('holds what a scope may see, and no more', () => {
    const hub = createPatientHub();
    const scope = newBus(hub).scope({ source: 'cart', subscribe: ['other:*'] });
    refuse(newBus(hub));
    expect(() => newBus(hub).emit(other.pinged, 'no number' as never)).toThrow();
    expect(scope.deadLetters.kept.get().map(({ event }) => event.type)).toEqual(['other:pinged']);
  });

  it('reports what an observer throws, and tells the others', async () => {
    const errors: BusError[] = [];
    const bus = newBus(createPatientHub(), errors);
    const failure = new Error('not here');
    const seen: number[] = [];
    bus.deadLetters.kept.subscribe(() => {
      throw failure;
    });
    bus.deadLetters.kept.subscribe((letters) => seen.push(letters.length));
    refuse(bus);
    await Promise.resolve();
    expect(errors).toEqual([failure]);
    expect(seen).toEqual([1]);
  });

  it('reports what an observer rejects with', async () => {
    const errors: BusError[] = [];
    const bus = newBus(createPatientHub(), errors);
    const failure = new Error('not now');
    bus.deadLetters.kept.subscribe(() => Promise.reject(failure));
    refuse(bus);
    await nextTask();
    expect(errors).toEqual([failure]);
  });

  it('tells nobody of letters that were there when they subscribed', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    refuse(bus);
    bus.deadLetters.kept.subscribe((letters) => seen.push(letters));
    await nextTask();
    expect(seen).toEqual([]);
  });

  it('tells of letters that a store brings back, and is the same list where it brings none', async () => {
    const [earlier, empty] = [createStore(), createStore()];
    const [first, next] = [newBus(), newBus()];
    const before = first.deadLetters.kept.get();
    keepDeadLetters(first, empty).unsubscribe();
    expect(first.deadLetters.kept.get()).toBe(before);
    keepDeadLetters(first, earlier);
    refuse(first, 2);
    const seen: number[] = [];
    next.deadLetters.kept.subscribe((letters) => seen.push(letters.length));
    keepDeadLetters(next, earlier);
    await nextTask();
    expect(seen).toEqual([2]);
  });

  it('takes no observer once the bus is disposed', () => {
    const bus = newBus();
    bus.dispose();
    expect(() => bus.deadLetters.kept.subscribe(() => {})).toThrow('disposed');
  });
});
