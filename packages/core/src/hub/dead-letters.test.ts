import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, type DeadLetter, defineEvents, type Hub } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
});
const failure = new Error('not now');

function newBus(hub: Hub = createPatientHub()): Bus {
  return createBus({ source: 'test', hub, onError: () => {} });
}

function fail(): never {
  throw failure;
}

function emitInvalid(bus: Bus, data: unknown = 'no number'): void {
  expect(() => bus.emit(test.pinged, data as never)).toThrow();
}

describe('Promise 6: dead letters', () => {
  it('say what, why, for whom, when, and how often it was tried', async () => {
    const bus = newBus();
    bus.scope({ source: 'profile' }).on(test.pinged, fail);
    const event = bus.emit(test.pinged, 1);
    await nextTask();
    const [letter] = bus.deadLetters.list();
    expect(letter).toEqual({
      id: expect.any(String),
      reason: 'failed',
      event,
      subscriber: { id: expect.any(Number), source: 'profile', target: 'test:pinged' },
      attempts: 1,
      error: expect.objectContaining({ code: 'handler-failed', cause: failure }),
      firstTime: expect.any(Number),
      lastTime: expect.any(Number),
    });
    expect(Object.isFrozen(letter)).toBe(true);
  });

  it('are one for each subscription that missed the event', async () => {
    const bus = newBus();
    for (const source of ['one', 'two']) bus.scope({ source }).on(test.pinged, fail);
    bus.on(test.pinged, () => {});
    bus.emit(test.pinged, 1);
    await nextTask();
    expect(bus.deadLetters.list().map(({ subscriber }) => subscriber?.source)).toEqual(['one', 'two']);
  });

  it('have no subscriber where the event never reached delivery', () => {
    const bus = newBus();
    emitInvalid(bus, 'no number');
    const [letter] = bus.deadLetters.list();
    expect(letter).toMatchObject({
      reason: 'invalid',
      attempts: 0,
      event: { type: 'test:pinged', source: 'test', data: 'no number' },
    });
    expect(letter?.subscriber).toBeUndefined();
  });

  it('are listed oldest first, whichever bus of the hub asks', async () => {
    const hub = createPatientHub();
    const [one, two] = [newBus(hub), newBus(hub)];
    for (const data of ['a', 'b']) emitInvalid(one, data);
    emitInvalid(two, 'c');
    for (const bus of [one, two]) expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual(['a', 'b', 'c']);
  });

  it('are found by id or by a question', () => {
    const bus = newBus();
    for (const data of ['a', 'b', 'c']) emitInvalid(bus, data);
    const { id } = bus.deadLetters.list()[1]!;
    expect(bus.deadLetters.list(id)).toMatchObject([{ id, event: { data: 'b' } }]);
    expect(bus.deadLetters.list(({ event }) => event.data !== 'b')).toHaveLength(2);
    expect(bus.deadLetters.list('nobody')).toEqual([]);
  });

  it('are the newest 1,000; older ones are let go', () => {
    const bus = newBus();
    for (let data = 0; data < 1_002; data++) emitInvalid(bus, `text ${data}`);
    const kept = bus.deadLetters.list();
    expect(kept).toHaveLength(1_000);
    expect([kept[0]?.event.data, kept.at(-1)?.event.data]).toEqual(['text 2', 'text 1001']);
    expect(bus.metrics().deadLetters).toBe(1_002);
  });

  it('are as many as the hub was told to keep', () => {
    const bus = newBus(createHub({ limits: { deadLetters: 2 } }));
    for (const data of ['a', 'b', 'c']) emitInvalid(bus, data);
    expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual(['b', 'c']);
  });

  it('have ids that no other page has', () => {
    const [one, two] = [newBus(), newBus()];
    for (const bus of [one, two]) emitInvalid(bus);
    expect(one.deadLetters.list()[0]?.id).not.toBe(two.deadLetters.list()[0]?.id);
  });

  it('are a list of its own for whoever asks', () => {
    const bus = newBus();
    emitInvalid(bus);
    (bus.deadLetters.list() as DeadLetter[]).length = 0;
    expect(bus.deadLetters.list()).toHaveLength(1);
  });

  it('are seen by a scope where they are its own or of events that it may hear', async () => {
    const bus = newBus();
    const scope = bus.scope({ source: 'profile', subscribe: ['cart:*'], publish: ['test:*'] });
    emitInvalid(bus, 'not for profile');
    emitInvalid(scope, 'its own');
    expect(scope.deadLetters.list().map(({ event }) => event.data)).toEqual(['its own']);
    expect(bus.deadLetters.list()).toHaveLength(2);
  });
});

describe('deadLetters.subscribe', () => {
  it('calls the observer with each new letter, at once', () => {
    const bus = newBus();
    const seen: DeadLetter[] = [];
    emitInvalid(bus, 'before');
    bus.deadLetters.subscribe((letter) => seen.push(letter));
    emitInvalid(bus, 'after');
    expect(seen).toEqual(bus.deadLetters.list().slice(1));
  });

  it.each(['stop()', 'unsubscribe()', 'dispose'])('ends by %s', (how) => {
    const bus = newBus();
    const scope = bus.scope();
    const observer = vi.fn();
    const stop = scope.deadLetters.subscribe(observer);
    if (how === 'stop()') stop();
    else if (how === 'unsubscribe()') stop.unsubscribe();
    else scope.dispose();
    emitInvalid(bus);
    expect(observer).not.toHaveBeenCalled();
  });

  it('on a disposed scope hears nothing', () => {
    const bus = newBus();
    const scope = bus.scope();
    scope.dispose();
    const observer = vi.fn();
    expect(() => scope.deadLetters.subscribe(observer)).toThrow(expect.objectContaining({ code: 'disposed' }));
    emitInvalid(bus);
    expect(observer).not.toHaveBeenCalled();
  });

  it('shows a scope what it may see', () => {
    const bus = newBus();
    const observer = vi.fn();
    bus.scope({ source: 'profile', subscribe: ['cart:*'] }).deadLetters.subscribe(observer);
    emitInvalid(bus);
    expect(observer).not.toHaveBeenCalled();
  });

  it('leaves an observer that throws to itself, reported as uncaught errors are', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const bus = newBus();
    const seen: unknown[] = [];
    bus.deadLetters.subscribe(fail);
    bus.deadLetters.subscribe(({ reason }) => seen.push(reason));
    emitInvalid(bus);
    expect(seen).toEqual(['invalid']);
    expect(said.mock.calls).toEqual([[failure]]);
  });

  it('does not show the letter under way to an observer that another one subscribes', () => {
    const bus = newBus();
    let observers = 0;
    const observe = (): void => {
      if (++observers < 5) bus.deadLetters.subscribe(observe);
    };
    bus.deadLetters.subscribe(observe);
    emitInvalid(bus);
    expect(observers).toBe(1);
  });

  it.each([undefined, null, {}, 'log'])('refuses %j for an observer', (observer) => {
    expect(() => newBus().deadLetters.subscribe(observer as never)).toThrow(expect.objectContaining({ code: 'invalid-handler' }));
  });
});

describe('deadLetters.discard', () => {
  it('throws away the letters asked for, and answers how many', () => {
    const bus = newBus();
    for (const data of ['a', 'b', 'c']) emitInvalid(bus, data);
    expect(bus.deadLetters.discard(({ event }) => event.data !== 'b')).toBe(2);
    expect(bus.deadLetters.list()).toMatchObject([{ event: { data: 'b' } }]);
    expect(bus.deadLetters.discard(bus.deadLetters.list()[0]!.id)).toBe(1);
    expect(bus.deadLetters.discard('nobody')).toBe(0);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('does not reach letters that its scope may not see', () => {
    const bus = newBus();
    emitInvalid(bus);
    expect(bus.scope({ source: 'profile', subscribe: ['cart:*'] }).deadLetters.discard(() => true)).toBe(0);
    expect(bus.deadLetters.list()).toHaveLength(1);
  });
});
