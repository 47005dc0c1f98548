import type { BusEvent } from '@busbar/core';
import { describe, expect, it, vi } from 'vitest';
import { amounts, delivered, orders, page } from './orders.test.fixture.ts';
import { project } from './project.ts';

const event: BusEvent = page().emit(orders.placed, { order: 'A', amount: 1 });
/** Gives nothing, and does not end either. */
const silent: AsyncIterable<BusEvent> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };

describe('A history that goes silent', () => {
  it('holds up nobody who waits for a projection that has been stopped', async () => {
    const state = project(page(), amounts, { history: silent });
    const { ready } = state;
    await Promise.resolve();
    state.stop();
    await expect(ready).resolves.toBeUndefined();
  });

  it('holds up nobody who waits once a rebuild has taken its place', async () => {
    const state = project(page(), amounts, { history: silent });
    const { ready } = state;
    await state.rebuild([event]);
    await expect(ready).resolves.toBeUndefined();
    expect(state.get()).toEqual({ A: 1 });
  });
});

describe('A history in which the event of a snapshot is looked for', () => {
  it('lets the page breathe meanwhile', async () => {
    const snapshot = { name: 'amounts', version: 1, state: { A: 7 }, position: { id: event.id, time: 0 }, keys: [] };
    const history = (function* () {
      const begun = performance.now();
      for (let index = 0; performance.now() - begun < 50; index++) yield { ...event, id: `earlier-${index}` };
      yield event;
    })();
    const state = project(page(), amounts, { history, snapshot });
    const look = vi.fn();
    const looking = setInterval(look, 0);
    await state.ready;
    clearInterval(looking);
    expect(state.get()).toEqual({ A: 7 });
    expect(look).toHaveBeenCalled();
  });

  it('is left when the projection is stopped, though it does not have it', async () => {
    const snapshot = { name: 'amounts', version: 1, state: {}, position: { id: 'elsewhere', time: 0 }, keys: [] };
    let isClosed = false;
    const history = (async function* () {
      try {
        for (;;) yield event;
      } finally {
        isClosed = true;
      }
    })();
    const bus = page();
    project(bus, amounts, { history, snapshot }).stop();
    await delivered(bus);
    expect(isClosed).toBe(true);
  });
});

it('A history whose events have no ids fails, since none of them could be told from another', async () => {
  const history = [1, 2].map((amount) => ({ type: 'orders:placed', data: { order: 'A', amount } }) as BusEvent);
  const error = await project(page(), amounts, { history }).ready.catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'history-failed',
    cause: expect.objectContaining({ message: expect.stringContaining('no `id`') }),
  });
});

it('A history that can be read once only serves no rebuild, which says so and leaves the state as it is', async () => {
  const once = (function* () {
    yield event;
  })();
  const state = project(page(), amounts, { history: once });
  await state.ready;
  await expect(state.rebuild()).rejects.toMatchObject({ code: 'invalid-option', details: { option: 'history' } });
  expect(state.get()).toEqual({ A: 1 });
  await state.rebuild([event, { ...event, id: 'another' }]);
  expect(state.get()).toEqual({ A: 2 });
});
