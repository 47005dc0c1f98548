import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  type Bus,
  type BusError,
  createBus,
  createHub,
  type DeadLetter,
  defineEvents,
  drop,
  type Hub,
  reject,
} from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  noted: { version: 1, schema: z.unknown() },
  kept: { version: 1, schema: z.number(), retain: 'latest' },
});
const failure = new Error('not now');

afterEach(() => void vi.useRealTimers());

function newBus(hub: Hub = createPatientHub()): Bus {
  return createBus({ source: 'test', hub, onError: () => {} });
}

/** A subscription that fails until the test says that it works. */
function brokenUntilMended(bus: Bus, contract: (typeof test)[keyof typeof test] = test.pinged) {
  const state = { works: false, seen: [] as { data: unknown; id: string; redriveof?: string }[] };
  const stop = bus.on(contract as typeof test.noted, (event) => {
    if (!state.works) throw failure;
    state.seen.push(event);
  });
  return Object.assign(state, { stop });
}

function emitInvalid(bus: Bus, data: unknown = 'no number'): BusError {
  try {
    bus.emit(test.pinged, data as never);
  } catch (error) {
    return error as BusError;
  }
  throw new Error('It was taken for valid.');
}

describe('Promise 6: dead letters', () => {
  it('say what, why, for whom, when, and how often it was tried', async () => {
    const bus = newBus();
    brokenUntilMended(bus.scope({ source: 'profile' }));
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
    for (const source of ['one', 'two']) brokenUntilMended(bus.scope({ source }));
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
    bus.deadLetters.subscribe(() => {
      throw failure;
    });
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

describe('deadLetters.redrive', () => {
  it('sends the event again, with the same id and the letter that it comes from', async () => {
    const bus = newBus();
    const receiver = brokenUntilMended(bus);
    const event = bus.emit(test.pinged, 1, { subject: 'one', correlationid: 'all' });
    await nextTask();
    const [letter] = bus.deadLetters.list();
    receiver.works = true;
    expect(bus.deadLetters.redrive(letter!.id)).toBe(1);
    await nextTask();
    expect(receiver.seen).toEqual([{ ...event, redriveof: letter!.id }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('sends it after the call, to nobody but those who missed it', async () => {
    const bus = newBus();
    const [one, two] = [brokenUntilMended(bus.scope({ source: 'one' })), brokenUntilMended(bus.scope({ source: 'two' }))];
    const others: unknown[] = [];
    bus.on('**', ({ data }) => others.push(data));
    two.works = true;
    bus.emit(test.pinged, 1);
    await nextTask();
    one.works = true;
    bus.deadLetters.redrive(() => true);
    expect(one.seen).toEqual([]);
    await nextTask();
    expect([one.seen.length, two.seen.length, others.length]).toEqual([1, 1, 1]);
  });

  it('makes a new letter when it fails again', async () => {
    const bus = newBus();
    brokenUntilMended(bus);
    bus.emit(test.pinged, 1);
    await nextTask();
    const [first] = bus.deadLetters.list();
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    expect(bus.deadLetters.list()).toEqual([]);
    await nextTask();
    const [second] = bus.deadLetters.list();
    expect(second).toMatchObject({ reason: 'failed', event: { id: first?.event.id, redriveof: first?.id } });
    expect(second?.id).not.toBe(first?.id);
  });

  it('reaches the subscription that took the place of the one that missed it, after a remount', async () => {
    const bus = newBus();
    const before = bus.scope({ source: 'profile' });
    brokenUntilMended(before);
    bus.emit(test.pinged, 1);
    await nextTask();
    before.dispose();
    const after = brokenUntilMended(bus.scope({ source: 'profile' }));
    after.works = true;
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    await nextTask();
    expect(after.seen).toMatchObject([{ data: 1 }]);
  });

  it('reaches the subscription that missed it, not its twin of the same source', async () => {
    const bus = newBus();
    const [twin, missed] = [brokenUntilMended(bus), brokenUntilMended(bus)];
    twin.works = true;
    bus.emit(test.pinged, 1);
    await nextTask();
    missed.works = true;
    bus.deadLetters.redrive(() => true);
    await nextTask();
    expect([twin.seen.length, missed.seen.length]).toEqual([1, 1]);
  });

  it('keeps the letter while nobody is there to take it', async () => {
    const bus = newBus();
    const scope = bus.scope({ source: 'profile' });
    brokenUntilMended(scope);
    bus.emit(test.pinged, 1);
    await nextTask();
    scope.dispose();
    brokenUntilMended(bus.scope({ source: 'another' }));
    expect(bus.deadLetters.redrive(() => true)).toBe(0);
    expect(bus.deadLetters.list()).toHaveLength(1);
  });

  it('keeps the order of the letters', async () => {
    const bus = newBus();
    const receiver = brokenUntilMended(bus);
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await nextTask();
    receiver.works = true;
    expect(bus.deadLetters.redrive(() => true)).toBe(3);
    await nextTask();
    expect(receiver.seen.map(({ data }) => data)).toEqual([1, 2, 3]);
  });

  it('answers 0 for letters that do not exist', () => {
    expect(newBus().deadLetters.redrive('nobody')).toBe(0);
  });

  it('puts no cause to the event that a handler redrives', async () => {
    const bus = newBus();
    emitInvalid(bus, '2');
    const causes: unknown[] = [];
    bus.on(test.pinged, ({ causationid }) => causes.push(causationid));
    bus.on(test.noted, () => void bus.deadLetters.redrive(() => true, { edit: Number }));
    bus.emit(test.noted, 'redrive now');
    await nextTask();
    expect(causes).toEqual([undefined]);
  });
});

describe('deadLetters.redrive with an edit', () => {
  it('sends what the edit makes of the payload, validated', async () => {
    const bus = newBus();
    const receiver = brokenUntilMended(bus);
    bus.emit(test.pinged, 1);
    await nextTask();
    receiver.works = true;
    bus.deadLetters.redrive(() => true, { edit: (data) => (data as number) + 1 });
    await nextTask();
    expect(receiver.seen.map(({ data }) => data)).toEqual([2]);
  });

  it('sends a copy, frozen, though the schema returns what it is given', async () => {
    const bus = newBus();
    const receiver = brokenUntilMended(bus, test.noted);
    bus.emit(test.noted, {});
    await nextTask();
    receiver.works = true;
    const edited = { list: [1] };
    bus.deadLetters.redrive(() => true, { edit: () => edited });
    edited.list.push(2);
    await nextTask();
    expect(receiver.seen).toMatchObject([{ data: { list: [1] } }]);
    expect(Object.isFrozen(receiver.seen[0]?.data)).toBe(true);
  });

  it.each([
    { how: 'breaks the contract', edit: () => 'no number', code: 'invalid-payload' },
    { how: 'is no data', edit: () => () => 1, code: 'payload-function' },
  ])('that $how throws, and the letter stays', async ({ edit, code }) => {
    const bus = newBus();
    brokenUntilMended(bus);
    bus.emit(test.pinged, 1);
    await nextTask();
    const [letter] = bus.deadLetters.list();
    expect(() => bus.deadLetters.redrive(letter!.id, { edit })).toThrow(expect.objectContaining({ code }));
    expect(bus.deadLetters.list()).toEqual([letter]);
  });

  it('that throws lets its error through, and the letter stays', async () => {
    const bus = newBus();
    brokenUntilMended(bus);
    bus.emit(test.pinged, 1);
    await nextTask();
    const edit = (): never => {
      throw failure;
    };
    expect(() => bus.deadLetters.redrive(bus.deadLetters.list()[0]!.id, { edit })).toThrow(failure);
    expect(bus.deadLetters.list()).toHaveLength(1);
  });

  it('goes on with the others where one of many is still invalid', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data));
    for (const data of ['1', 'two', '3']) emitInvalid(bus, data);
    const edit = (data: unknown): unknown => (data === 'two' ? data : Number(data));
    expect(bus.deadLetters.redrive(() => true, { edit })).toBe(2);
    await nextTask();
    expect(seen).toEqual([1, 3]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', event: { data: 'two' } }]);
  });
});

describe('deadLetters.redrive of an event that never reached delivery', () => {
  it('publishes it to everybody, in the name of its source', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on('**', (event) => seen.push(event));
    bus.on(test.pinged, (event) => seen.push(event));
    emitInvalid(bus.scope({ source: 'cart' }), '7');
    const [letter] = bus.deadLetters.list();
    expect(bus.deadLetters.redrive(letter!.id, { edit: Number })).toBe(1);
    await nextTask();
    const event = { id: letter!.event.id ?? expect.any(String), source: 'cart', data: 7, redriveof: letter!.id };
    expect(seen).toMatchObject([event, event]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it.each([
    { verdict: drop('not yet'), reason: 'dropped' },
    { verdict: reject(failure), reason: 'rejected' },
  ])('keeps its id, subject, correlation and key, after it was $reason', async ({ verdict, reason }) => {
    let closed = true;
    const gate = { name: 'gate', side: 'publish' as const, after: 'stamp' as const, run: () => (closed ? verdict : undefined) };
    const bus = createBus({ source: 'test', hub: createPatientHub(), stages: [gate] });
    const seen: unknown[] = [];
    bus.on(test.pinged, (event) => seen.push(event));
    const told = { subject: 'one', correlationid: 'all', idempotencykey: 'key', traceparent: '00-1-2-01' };
    if (reason === 'dropped') bus.emit(test.pinged, 1, told);
    else expect(() => bus.emit(test.pinged, 1, told)).toThrow(failure);
    const [letter] = bus.deadLetters.list();
    closed = false;
    expect(letter).toMatchObject({ reason, event: told });
    expect(bus.deadLetters.redrive(letter!.id)).toBe(1);
    await nextTask();
    expect(seen).toMatchObject([{ ...told, id: letter!.event.id, redriveof: letter!.id }]);
  });

  it('is retained like any other', async () => {
    const bus = newBus();
    expect(() => bus.emit(test.kept, '5' as never)).toThrow();
    bus.deadLetters.redrive(() => true, { edit: Number });
    const seen: unknown[] = [];
    bus.on(test.kept, ({ data, replayed }) => seen.push([data, replayed]));
    await nextTask();
    expect(seen).toEqual([[5, true]]);
  });

  it('that is refused again leaves one letter, and throws the reason', () => {
    const bus = newBus();
    emitInvalid(bus);
    const [letter] = bus.deadLetters.list();
    expect(() => bus.deadLetters.redrive(letter!.id)).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid' }]);
  });

  it('takes no other letter away, though the letter was discarded meanwhile', async () => {
    const bus = newBus();
    emitInvalid(bus, '1');
    emitInvalid(bus, 'another');
    const [letter] = bus.deadLetters.list();
    bus.on(test.pinged, () => void bus.deadLetters.discard(letter!.id), { delivery: 'sync' });
    bus.deadLetters.redrive(letter!.id, { edit: Number });
    await nextTask();
    expect(bus.deadLetters.list()).toMatchObject([{ event: { data: 'another' } }]);
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
