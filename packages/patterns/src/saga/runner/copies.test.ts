import { createHub } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it, vi } from 'vitest';
import { defineSaga } from '../definition/define-saga.ts';
import { order, storeWith, storyOn, submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';
import { pageLocks, type SagaLocks } from './saga-locks.ts';

/** Another copy of the package, as another bundle carries it. */
async function anotherCopy() {
  vi.resetModules();
  return {
    ...(await import('./run-saga.ts')),
    ...(await import('../definition/define-saga.ts')),
    ...(await import('./saga-locks.ts')),
  };
}

type Copy = Pick<Awaited<ReturnType<typeof anotherCopy>>, 'defineSaga' | 'runSaga' | 'pageLocks'>;

describe.each<[string, (copy: Copy) => { locks?: SagaLocks }]>([
  ['the locks of the browser', () => ({})],
  ['those of the page', (copy) => ({ locks: copy.pageLocks() })],
])('two copies that run a saga on one page, with %s', (_, options) => {
  it('do each step once, and say each thing once', async () => {
    const other = await anotherCopy();
    expect(other.runSaga).not.toBe(runSaga);
    const hub = createHub();
    using bus = createTestBus({ time: 'virtual', hub });
    const store = storeWith();
    const done: string[] = [];
    for (const copy of [{ defineSaga, runSaga, pageLocks }, other]) {
      const steps = ['reserve', 'pay'].map((name) => ({ name, do: async () => void done.push(name) }));
      const saga = copy.defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
      copy.runSaga(bus.scope({ source: `copy-${done.length}` }), saga, { store, ...options(copy) });
    }
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(done).toEqual(['reserve', 'pay']);
    expect(storyOn(bus).filter((word) => word === 'completed')).toHaveLength(1);
    expect(store.events).toHaveLength(6);
  });

  it('hand over when one of them goes', async () => {
    const other = await anotherCopy();
    using bus = createTestBus({ time: 'virtual' });
    const store = storeWith();
    const done: string[] = [];
    const run = (copy: Copy, act: () => unknown) => {
      const steps = [{ name: 'pay', do: act }];
      const saga = copy.defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
      return copy.runSaga(bus.scope({ source: 'checkout' }), saga, { store, ...options(copy) });
    };
    const first = run({ defineSaga, runSaga, pageLocks }, () => new Promise(() => {}));
    const second = run(other, () => done.push('by the other'));
    bus.emit(submitted, order);
    await bus.advance(1_000);
    expect(done).toEqual([]);
    first.stop();
    await bus.advance(1_000);
    expect(done).toEqual(['by the other']);
    expect(second.state('A-17')?.status).toBe('completed');
  });
});
