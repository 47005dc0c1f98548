import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusEvent, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  noted: { version: 1, schema: z.unknown() },
});
const failure = new Error('not now');

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
}

/** A subscription that fails until the test says that it works. */
function brokenUntilMended(bus: Bus, contract: typeof test.pinged | typeof test.noted = test.pinged) {
  const state = { works: false, seen: [] as BusEvent[] };
  bus.on(contract as typeof test.noted, (event) => {
    if (!state.works) throw failure;
    state.seen.push(event);
  });
  return state;
}

function emitInvalid(bus: Bus, data: unknown = 'no number'): void {
  expect(() => bus.emit(test.pinged, data as never)).toThrow();
}

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

  it('gives each of several new subscriptions one of the letters of former ones, in order', async () => {
    const bus = newBus();
    const before = bus.scope({ source: 'profile' });
    for (let twin = 0; twin < 2; twin++) brokenUntilMended(before);
    const [one, two] = [bus.emit(test.pinged, 1), bus.emit(test.pinged, 2)];
    await nextTask();
    before.dispose();
    const after = [0, 1, 2].map(() => brokenUntilMended(bus.scope({ source: 'profile' })));
    for (const receiver of after) receiver.works = true;
    expect(bus.deadLetters.redrive(() => true)).toBe(4);
    await nextTask();
    expect(after.map(({ seen }) => seen.map(({ id }) => id))).toEqual([[one.id, two.id], [one.id, two.id], []]);
  });

  it('gives them one each, though they are redriven one by one', async () => {
    const bus = newBus();
    const before = bus.scope({ source: 'profile' });
    for (let twin = 0; twin < 2; twin++) brokenUntilMended(before);
    bus.emit(test.pinged, 1);
    await nextTask();
    before.dispose();
    const after = [0, 1].map(() => brokenUntilMended(bus.scope({ source: 'profile' })));
    for (const receiver of after) receiver.works = true;
    for (const { id } of bus.deadLetters.list()) expect(bus.deadLetters.redrive(id)).toBe(1);
    await nextTask();
    expect(after.map(({ seen }) => seen.length)).toEqual([1, 1]);
  });

  it('gives one new subscription an event once: what another former one missed stays', async () => {
    const bus = newBus();
    const before = bus.scope({ source: 'profile' });
    for (let twin = 0; twin < 2; twin++) brokenUntilMended(before);
    bus.emit(test.pinged, 1);
    await nextTask();
    before.dispose();
    const after = brokenUntilMended(bus.scope({ source: 'profile' }));
    after.works = true;
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    await nextTask();
    expect([after.seen.length, bus.deadLetters.list().length]).toEqual([1, 1]);
  });

  it('does not reach a twin that was there already: it has heard the event, or has a letter of its own', async () => {
    const bus = newBus();
    const twin = brokenUntilMended(bus.scope({ source: 'profile' }));
    const former = bus.scope({ source: 'profile' });
    brokenUntilMended(former);
    twin.works = true;
    bus.emit(test.pinged, 1);
    await nextTask();
    former.dispose();
    expect(bus.deadLetters.redrive(() => true)).toBe(0);
    await nextTask();
    expect(twin.seen).toHaveLength(1);
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
