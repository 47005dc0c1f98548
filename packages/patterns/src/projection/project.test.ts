import { type BusEvent, isBusError } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it, vi } from 'vitest';
import { amounts, delivered, orders, page } from './orders.test.fixture.ts';
import { project } from './project.ts';

describe('A projection without a history', () => {
  it('has the retained events in its state at once, and live events as they come', async () => {
    const bus = page();
    bus.emit(orders.placed, { order: 'A', amount: 2 });
    const state = project(bus, amounts);
    expect(state.get()).toEqual({ A: 2 });
    bus.emit(orders.placed, { order: 'B', amount: 3 });
    expect(state.get()).toEqual({ A: 2 });
    await delivered(bus);
    expect(state.get()).toEqual({ A: 2, B: 3 });
  });

  it('is rebuilt from what is retained by then', async () => {
    const bus = page();
    const state = project(bus, amounts);
    bus.emit(orders.placed, { order: 'A', amount: 2 });
    bus.emit(orders.cancelled, { order: 'A' });
    await delivered(bus);
    expect(state.get()).toEqual({ A: 0 });
    await state.rebuild();
    expect(state.get()).toEqual({ A: 2 });
  });
});

describe('A projection with a history', () => {
  it('folds it first, and each event once, also where history and page both tell of it', async () => {
    const bus = page();
    const early = bus.emit(orders.placed, { order: 'A', amount: 1 });
    const state = project(bus, amounts, {
      history: (async function* () {
        yield early;
        yield bus.emit(orders.placed, { order: 'B', amount: 2 });
        bus.emit(orders.cancelled, { order: 'B' });
      })(),
    });
    expect(state.get()).toEqual({});
    await state.ready;
    await delivered(bus);
    expect(state.get()).toEqual({ A: 1, B: 0 });
  });

  it('takes a function that promises one, and passes over what it has no fold for', async () => {
    const bus = page();
    const events = [page().emit(orders.placed, { order: 'A', amount: 1 }), { type: 'other:told' } as BusEvent];
    const state = project(bus, amounts, { history: () => Promise.resolve(events) });
    await state.ready;
    expect(state.get()).toEqual({ A: 1 });
  });

  it('lets the page breathe while it folds, and shows its state when all of it is there', async () => {
    const bus = page();
    const [event] = [page().emit(orders.placed, { order: 'A', amount: 1 })];
    const history = Array.from({ length: 30_000 }, (_, index) => ({ ...event!, id: `earlier-${index}` }));
    const state = project(bus, amounts, { history });
    const seen: unknown[] = [];
    const look = setInterval(() => seen.push(state.get()), 0);
    await state.ready;
    clearInterval(look);
    expect(state.get()).toEqual({ A: 30_000 });
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set(['{}']));
  });

  it('keeps its state and has events wait where the history fails, until it is rebuilt', async () => {
    const bus = page();
    let isUp = false;
    const history = (): BusEvent[] => {
      if (!isUp) throw new Error('The store is gone.');
      return [];
    };
    const state = project(bus, amounts, { history });
    await expect(state.ready).rejects.toSatisfy((error) => isBusError(error, 'history-failed'));
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    expect(state.get()).toEqual({});
    isUp = true;
    await state.rebuild();
    await delivered(bus);
    expect(state.get()).toEqual({ A: 1 });
  });

  it('reports a history that fails', async () => {
    const onError = vi.fn();
    const bus = createTestBus({ onError });
    const history = Promise.reject(new Error('The store is gone.'));
    await project(bus, amounts, { history: () => history }).ready.catch(() => {});
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'history-failed' }));
  });

  it('follows the newest rebuild where two overlap', async () => {
    const bus = page();
    const [A, B] = [page(), page()].map((other, amount) => other.emit(orders.placed, { order: 'AB'[amount]!, amount }));
    const state = project(bus, amounts);
    const first = state.rebuild([A!]);
    await state.rebuild([B!]);
    await first;
    expect(state.get()).toEqual({ B: 1 });
  });
});

describe('An event whose fold throws', () => {
  it('is a dead letter and leaves the state as it is', async () => {
    const bus = page();
    const state = project(bus, amounts);
    bus.emit(orders.placed, { order: 'A', amount: -1 });
    bus.emit(orders.placed, { order: 'B', amount: 2 });
    await delivered(bus);
    expect(state.get()).toEqual({ B: 2 });
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', subscriber: { source: 'orders' } }]);
  });

  it('is folded when it is redriven, also one that came from the history', async () => {
    const bus = page();
    const state = project(bus, amounts, { history: [page().emit(orders.placed, { order: 'A', amount: -1 })] });
    await state.ready;
    expect(bus.deadLetters.list()).toHaveLength(1);
    expect(bus.deadLetters.redrive(() => true, { edit: () => ({ order: 'A', amount: 1 }) })).toBe(1);
    await delivered(bus);
    expect(state.get()).toEqual({ A: 1 });
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('has one letter however often the state is rebuilt', async () => {
    const bus = page();
    const state = project(bus, amounts);
    const bad = bus.emit(orders.placed, { order: 'A', amount: -1 });
    await delivered(bus);
    await state.rebuild([bad]);
    await state.rebuild();
    expect(bus.deadLetters.list()).toHaveLength(1);
  });
});

describe('Events of one idempotency key', () => {
  it('are folded once, from the history as well as live', async () => {
    const bus = page();
    const place = (): BusEvent => bus.emit(orders.placed, { order: 'A', amount: 1 }, { idempotencykey: 'A' });
    const state = project(bus, amounts, { history: [place(), place()] });
    await state.ready;
    place();
    await delivered(bus);
    expect(state.get()).toEqual({ A: 1 });
  });
});

describe('Those who observe a projection', () => {
  it('hear once of all that changed in one go', async () => {
    const bus = page();
    const state = project(bus, amounts);
    const observer = vi.fn();
    const stop = state.subscribe(observer);
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    bus.emit(orders.placed, { order: 'B', amount: 2 });
    await delivered(bus);
    expect(observer.mock.calls).toEqual([[{ A: 1, B: 2 }]]);
    stop();
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    expect(observer).toHaveBeenCalledOnce();
  });

  it('do not hear of events that leave the state what it is', async () => {
    const bus = page();
    const state = project(bus, amounts);
    const next = vi.fn();
    state.subscribe({ next });
    bus.emit(orders.placed, { order: 'A', amount: -1 });
    await delivered(bus);
    expect(next).not.toHaveBeenCalled();
  });

  it('hear although another one throws, which is reported', async () => {
    const onError = vi.fn();
    const bus = createTestBus({ onError });
    const state = project(bus, amounts);
    const observer = vi.fn();
    state.subscribe(() => {
      throw new Error('An observer of its own.');
    });
    state.subscribe(observer);
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await bus.flush();
    expect(observer).toHaveBeenCalledOnce();
    expect(onError).toHaveBeenCalledOnce();
  });

  it('see the state there is, then each, by state$, which completes with the bus', async () => {
    const bus = page();
    const seen: unknown[] = [];
    project(bus, amounts).state$.subscribe({ next: (state) => seen.push(state), complete: () => seen.push('complete') });
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    bus.dispose();
    expect(seen).toEqual([{}, { A: 1 }, 'complete']);
  });
});

describe('A projection that has ended', () => {
  it.each(['stop', 'signal', 'dispose'])('by %s folds nothing more and keeps its state', async (way) => {
    const bus = page();
    const scope = bus.scope();
    const controller = new AbortController();
    const state = project(scope, amounts, { signal: controller.signal });
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    ({ stop: () => state.stop(), signal: () => controller.abort(), dispose: () => scope.dispose() })[way]!();
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    expect(state.get()).toEqual({ A: 1 });
    await expect(state.rebuild()).rejects.toSatisfy((error) => isBusError(error, 'disposed'));
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('leaves the history that it was reading', async () => {
    const bus = page();
    let isClosed = false;
    const event = page().emit(orders.placed, { order: 'A', amount: 1 });
    const state = project(bus, amounts, {
      history: (async function* () {
        try {
          for (;;) yield event;
        } finally {
          isClosed = true;
        }
      })(),
    });
    state.stop();
    await delivered(bus);
    expect(isClosed).toBe(true);
  });
});

it('project refuses a history that is none', () => {
  expect(() => project(page(), amounts, { history: 3 as never })).toThrow(
    expect.toSatisfy((error) => isBusError(error, 'invalid-option')),
  );
});
