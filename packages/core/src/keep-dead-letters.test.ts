import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createSlowStore, createStore } from './dead-letter-store.test.fixture.ts';
import { type Bus, createBus, createHub, type DeadLetterStore, defineEvents, keepDeadLetters } from './index.ts';
import { nextTask } from './next-task.test.fixture.ts';
import { createPatientHub } from './patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  noted: { version: 1, schema: z.unknown() },
});

/** A bus on a page of its own. */
function newPage(source = 'test', hub = createPatientHub()): Bus {
  return createBus({ source, hub, onError: () => {} });
}

function emitInvalid(bus: Bus, ...texts: string[]): void {
  for (const text of texts) expect(() => bus.emit(test.pinged, text as never)).toThrow();
}

function dataOf(bus: Bus): unknown[] {
  return bus.deadLetters.list().map(({ event }) => event.data);
}

describe('keepDeadLetters', () => {
  it('puts each letter into the store, those of before and those to come', () => {
    const [bus, store] = [newPage(), createStore()];
    emitInvalid(bus, 'before');
    keepDeadLetters(bus, store);
    emitInvalid(bus, 'after');
    expect([...store.held.keys()]).toEqual(bus.deadLetters.list().map(({ id }) => id));
    expect([...store.held.values()]).toMatchObject([{ event: { data: 'before' } }, { event: { data: 'after' } }]);
  });

  it('brings back the letters of an earlier page, before its own, without telling observers', () => {
    const store = createStore();
    const [earlier, page] = [newPage(), newPage()];
    keepDeadLetters(earlier, store);
    emitInvalid(earlier, 'one', 'two');
    const observer = vi.fn();
    emitInvalid(page, 'three');
    page.deadLetters.subscribe(observer);
    keepDeadLetters(page, store);
    expect(dataOf(page)).toEqual(['one', 'two', 'three']);
    expect(observer).not.toHaveBeenCalled();
  });

  it('orders them by time, however the store orders them', () => {
    const store = createStore();
    const earlier = newPage();
    keepDeadLetters(earlier, store);
    const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`);
    emitInvalid(earlier, ...texts);
    const page = newPage();
    keepDeadLetters(page, { ...store, load: () => store.load().sort((one, other) => one.id.localeCompare(other.id)) });
    expect(dataOf(page)).toEqual(texts);
  });

  it('deletes from the store what is discarded', () => {
    const [bus, store] = [newPage(), createStore()];
    keepDeadLetters(bus, store);
    emitInvalid(bus, 'one', 'two');
    bus.deadLetters.discard(({ event }) => event.data === 'one');
    expect([...store.held.values()]).toMatchObject([{ event: { data: 'two' } }]);
  });

  it('ends with its subscription, after which another one can keep them', () => {
    const [bus, store, other] = [newPage(), createStore(), createStore()];
    const stop = keepDeadLetters(bus, store);
    stop();
    emitInvalid(bus, 'later');
    keepDeadLetters(bus, other);
    expect([store.held.size, other.held.size]).toEqual([0, 1]);
  });

  it('ends with its bus', () => {
    const hub = createHub();
    const [shell, cart] = [newPage('shell', hub), newPage('cart', hub)];
    keepDeadLetters(shell, createStore());
    shell.dispose();
    expect(() => keepDeadLetters(cart, createStore())).not.toThrow();
    expect(() => keepDeadLetters(shell, createStore())).toThrow(expect.objectContaining({ code: 'disposed' }));
  });

  it('is refused while another one keeps them, whichever bus of the page asks', () => {
    const hub = createHub();
    const [shell, cart] = [newPage('shell', hub), newPage('cart', hub)];
    keepDeadLetters(shell, createStore());
    const refused = { code: 'store-conflict', details: { source: 'cart', keeper: 'shell' } };
    expect(() => keepDeadLetters(cart, createStore())).toThrow(expect.objectContaining(refused));
  });

  it.each([undefined, null, {}, { load: () => [], put: () => {} }, 'localStorage'])('refuses %j for a store', (store) => {
    const refused = { code: 'invalid-option', details: expect.objectContaining({ option: 'store', source: 'test' }) };
    expect(() => keepDeadLetters(newPage(), store as never)).toThrow(expect.objectContaining(refused));
  });

  it('keeps for a scope the letters that it may see', () => {
    const [bus, store] = [newPage(), createStore()];
    const scope = bus.scope({ source: 'profile', subscribe: ['cart:*'], publish: ['test:*'] });
    emitInvalid(bus, 'not for profile');
    keepDeadLetters(scope, store);
    emitInvalid(scope, 'its own');
    emitInvalid(bus, 'not for profile');
    expect([...store.held.values()]).toMatchObject([{ event: { data: 'its own' } }]);
  });
});

describe('the bound of the list', () => {
  function pageOfTwo(): Bus {
    return newPage('test', createHub({ limits: { deadLetters: 2 } }));
  }

  it('holds for the store as well: what the list lets go of is deleted there', () => {
    const [bus, store] = [pageOfTwo(), createStore()];
    keepDeadLetters(bus, store);
    emitInvalid(bus, 'one', 'two', 'three');
    expect([...store.held.values()]).toMatchObject([{ event: { data: 'two' } }, { event: { data: 'three' } }]);
  });

  it('holds for letters that come back: the newest stay', () => {
    const [earlier, page, store] = [newPage(), pageOfTwo(), createStore()];
    keepDeadLetters(earlier, store);
    emitInvalid(earlier, 'one', 'two', 'three');
    emitInvalid(page, 'four');
    keepDeadLetters(page, store);
    expect(dataOf(page)).toEqual(['three', 'four']);
    expect([...store.held.values()].map(({ event }) => event.data)).toEqual(['three', 'four']);
  });
});

describe('a store that takes its time', () => {
  it('is given the letters at once, also while it loads', async () => {
    const { store, begun, finishAll } = createSlowStore();
    const bus = newPage();
    keepDeadLetters(bus, { ...store, load: () => new Promise(() => {}) });
    emitInvalid(bus, 'one', 'two');
    expect(begun).toEqual(['put one', 'put two']);
    await finishAll();
  });

  it('brings letters back when it has them', async () => {
    const [earlier, page] = [newPage(), newPage()];
    const { store, finishAll } = createSlowStore();
    keepDeadLetters(earlier, store);
    emitInvalid(earlier, 'one');
    await finishAll();
    keepDeadLetters(page, store);
    emitInvalid(page, 'two');
    await vi.waitFor(() => expect(dataOf(page)).toEqual(['one', 'two']));
    await finishAll();
  });

  it('brings nothing back after its subscription has ended', async () => {
    const [earlier, page, store] = [newPage(), newPage(), createStore()];
    keepDeadLetters(earlier, store);
    emitInvalid(earlier, 'one');
    keepDeadLetters(page, { ...store, load: async () => store.load() })();
    await nextTask();
    expect(dataOf(page)).toEqual([]);
  });

  it('does not bring back what was discarded while it loaded', async () => {
    const [page, store] = [newPage(), createStore()];
    let loaded = (): void => {};
    const load: DeadLetterStore['load'] = () => {
      const letters = store.load();
      return new Promise((resolve) => {
        loaded = () => resolve(letters);
      });
    };
    emitInvalid(page, 'one');
    keepDeadLetters(page, store)();
    keepDeadLetters(page, { ...store, load });
    page.deadLetters.discard(() => true);
    loaded();
    await nextTask();
    expect([dataOf(page), store.held.size]).toEqual([[], 0]);
  });

  it('is asked to delete a letter after it has put it', async () => {
    const { store, begun, held, finishAll } = createSlowStore();
    const bus = newPage();
    keepDeadLetters(bus, store);
    emitInvalid(bus, 'one');
    bus.deadLetters.discard(() => true);
    expect(begun).toEqual(['put one']);
    await finishAll();
    expect([begun, held.size]).toEqual([['put one', 'delete one'], 0]);
  });

  it('is not asked for all that comes and goes in a storm: what is gone before its turn is never put', async () => {
    const { store, begun, held, finishAll } = createSlowStore();
    const bus = newPage('test', createHub({ limits: { deadLetters: 100 } }));
    keepDeadLetters(bus, store);
    emitInvalid(bus, ...Array.from({ length: 2_000 }, (_, index) => `text ${index}`));
    expect(begun.length).toBeLessThan(100);
    await finishAll();
    expect([...held.values()].map(({ event }) => event.data)).toEqual(dataOf(bus));
    expect(begun.length).toBeLessThan(300);
  });
});
