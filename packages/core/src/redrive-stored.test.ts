import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createStore } from './dead-letter-store.test.fixture.ts';
import { deferred } from './deferred.test.fixture.ts';
import { adopt, type Bus, type BusEvent, createBus, defineEvent, keepDeadLetters, type SubscribeOptions } from './index.ts';
import { nextTask } from './next-task.test.fixture.ts';
import { createPatientHub } from './patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

/** A page with its letters kept in a store. */
function openPage(store = createStore()) {
  const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
  keepDeadLetters(bus, store);
  return { bus, store };
}

/** A page that went away with a letter of `profile`, whose handler failed. */
async function pageWithLetter(...payloads: number[]) {
  const page = openPage();
  page.bus.scope({ source: 'profile' }).on(pinged, () => Promise.reject(new Error('not ready')));
  const events = payloads.map((data) => page.bus.emit(pinged, data));
  await vi.waitFor(() => expect(page.store.held.size).toBe(payloads.length));
  return { ...page, events };
}

function hearing(bus: Bus, source: string, target: typeof pinged | string = pinged): BusEvent[] {
  const heard: BusEvent[] = [];
  bus.scope({ source }).on(target as string, (event) => void heard.push(event));
  return heard;
}

describe('redriving a letter of an earlier page', () => {
  it('reaches the subscription of the same source and target, never one of the same number', async () => {
    const { store, events } = await pageWithLetter(1);
    const { bus } = openPage(store);
    const other = hearing(bus, 'cart');
    const [letter] = bus.deadLetters.list();
    expect(letter?.subscriber).toEqual({ id: 1, source: 'profile', target: 'test:pinged' });
    expect(bus.metrics().subscriptions).toMatchObject([{ id: 1, source: 'cart', target: 'test:pinged' }]);
    expect(bus.deadLetters.redrive(() => true)).toBe(0);
    const heard = hearing(bus, 'profile');
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    await nextTask();
    expect(heard).toMatchObject([{ id: events[0]?.id, data: 1, redriveof: letter?.id }]);
    expect([other, bus.deadLetters.list(), store.held.size]).toEqual([[], [], 0]);
  });

  it('gives the event a place in the order of this page', async () => {
    const { store } = await pageWithLetter(1, 2, 3);
    const { bus } = openPage(store);
    const heard = hearing(bus, 'profile');
    bus.deadLetters.redrive(({ event }) => event.data === 3);
    bus.emit(pinged, 4);
    await nextTask();
    expect(heard.map(({ data, sequence }) => [data, sequence])).toEqual([
      [3, 1],
      [4, 2],
    ]);
  });

  it('publishes what never reached delivery, with its id and its source', async () => {
    const earlier = openPage();
    expect(() => earlier.bus.scope({ source: 'cart' }).emit(pinged, '7' as never)).toThrow();
    const [letter] = earlier.bus.deadLetters.list();
    const { bus } = openPage(earlier.store);
    const heard = hearing(bus, 'profile');
    expect(bus.deadLetters.redrive(letter!.id, { edit: Number })).toBe(1);
    await nextTask();
    expect(heard).toMatchObject([{ id: letter?.event.id, source: 'cart', data: 7, sequence: 1, redriveof: letter?.id }]);
    expect(earlier.store.held.size).toBe(0);
  });

  it('with an edit needs a contract that the page knows', async () => {
    const { store } = await pageWithLetter(1);
    const { bus } = openPage(store);
    const heard = hearing(bus, 'profile', 'test:pinged');
    const [letter] = bus.deadLetters.list();
    const edit = (data: unknown): number => (data as number) + 1;
    expect(() => bus.deadLetters.redrive(letter!.id, { edit })).toThrow(expect.objectContaining({ code: 'unknown-contract' }));
    bus.emit(pinged, 5);
    expect(bus.deadLetters.redrive(letter!.id, { edit })).toBe(1);
    await nextTask();
    expect(heard.map(({ data }) => data)).toEqual([5, 2]);
  });

  it('with an edit makes the event one of the version that the page knows', async () => {
    const { store } = await pageWithLetter(1);
    const { bus } = openPage(store);
    const newer = defineEvent('test:pinged', { version: 2, schema: z.object({ times: z.number() }) });
    const heard: BusEvent[] = [];
    bus.scope({ source: 'profile' }).on(newer, (event) => heard.push(event));
    expect(bus.deadLetters.redrive(() => true, { edit: (times) => ({ times }) })).toBe(1);
    await nextTask();
    expect(heard).toMatchObject([{ dataversion: 2, data: { times: 1 } }]);
  });

  it('is told by the next letter where it fails again', async () => {
    const { store } = await pageWithLetter(1);
    const { bus } = openPage(store);
    bus.scope({ source: 'profile' }).on(pinged, () => Promise.reject(new Error('still not ready')));
    const [before] = bus.deadLetters.list();
    bus.deadLetters.redrive(() => true);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    const [after] = bus.deadLetters.list();
    expect(after).toMatchObject({ event: { redriveof: before?.id }, error: { cause: { message: 'still not ready' } } });
    expect([...store.held.keys()]).toEqual([after?.id]);
  });
});

describe('an event that is redriven on a later page and comes there by another way, too', () => {
  it.each(['redriven first', 'adopted first'])('is handled once: %s', async (order) => {
    const { store, events } = await pageWithLetter(1);
    const { bus } = openPage(store);
    const heard = hearing(bus, 'profile');
    const ways = [() => bus.deadLetters.redrive(() => true), () => adopt(bus, structuredClone(events[0]))];
    for (const go of order === 'redriven first' ? ways : ways.reverse()) {
      go();
      await nextTask();
    }
    expect(heard).toMatchObject([{ id: events[0]?.id }]);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 1, declined: 1 }]);
    expect(store.held.size).toBe(0);
  });
});

describe('a store', () => {
  it('has a redriven letter until its event was handled, so that no page that goes away loses it', async () => {
    const { bus, store } = openPage();
    const work = deferred();
    let works = false;
    bus.on(pinged, () => (works ? work.promise : Promise.reject(new Error('not yet'))));
    bus.emit(pinged, 1);
    await vi.waitFor(() => expect(store.held.size).toBe(1));
    works = true;
    bus.deadLetters.redrive(() => true);
    await nextTask();
    expect([bus.deadLetters.list().length, store.held.size]).toEqual([0, 1]);
    expect(openPage(createStore(store.held)).bus.deadLetters.list()).toMatchObject([{ event: { data: 1 } }]);
    work.resolve();
    await vi.waitFor(() => expect(store.held.size).toBe(0));
  });

  it.each<[string, SubscribeOptions<BusEvent<number>>]>([
    ['declined by `where`', { where: ({ redriveof }) => !redriveof }],
    ['declined by a busy handler', { overlap: 'drop' }],
  ])('forgets a redriven letter whose event was %s', async (_how, options) => {
    const { bus, store } = openPage();
    bus.on(pinged, ({ data }) => (data === 1 ? Promise.reject(new Error('no')) : new Promise(() => {})), options);
    bus.emit(pinged, 1);
    await vi.waitFor(() => expect(store.held.size).toBe(1));
    bus.emit(pinged, 2);
    bus.deadLetters.redrive(() => true);
    await vi.waitFor(() => expect(store.held.size).toBe(0));
    expect(bus.metrics().subscriptions).toMatchObject([{ declined: 1 }]);
  });
});
