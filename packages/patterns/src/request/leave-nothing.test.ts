import type { Bus } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { of, Subject } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request, request$ } from './request.ts';
import { item, levels, reservation } from './stock.test.fixture.ts';

/** A signal that counts who listens to it. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
  signal.addEventListener = (type: string, listener: never) => add(type, listener, void listeners.add(listener) as never);
  signal.removeEventListener = (type: string, listener: never) =>
    remove(type, listener, void listeners.delete(listener) as never);
  return { controller, signal, listeners };
}

/** All that requests can leave on a page. */
function counts({ hub }: Bus) {
  const repliers = Reflect.get(hub, Symbol.for('busbar.repliers')) as Record<string, Map<string, Set<object>>> | undefined;
  const { present = new Map(), waiting = new Map() } = repliers ?? {};
  const askers = [...present.values()].flatMap((set) => [...set]).map((replier) => Reflect.get(replier, 'askers').size);
  return {
    subscriptions: hub.subscriptions.size,
    timers: hub.timers.size,
    letterObservers: hub.letterObservers.size,
    repliers: [...present.keys()],
    waiting: [...waiting.keys()],
    askers: askers.reduce((sum, size) => sum + size, 0),
  };
}

describe('nothing is left on the page', () => {
  afterEach(() => vi.useRealTimers());

  it.each([
    ['a reply', (bus: Bus, signal: AbortSignal) => request(bus, reservation, item, { signal })],
    ['all replies', (bus: Bus, signal: AbortSignal) => request(bus, reservation, item, { repliers: 'all', signal })],
    ['a failure', (bus: Bus, signal: AbortSignal) => rejection(request(bus, reservation, { sku: 'none' }, { signal }))],
    ['a refused request', (bus: Bus, signal: AbortSignal) => rejection(request(bus, reservation, {} as never, { signal }))],
    [
      'a time-out',
      (bus: Bus, signal: AbortSignal) => rejection(request(bus, reservation, { sku: 'silent' }, { timeout: 1, signal })),
    ],
    [
      'a stream',
      (bus: Bus, signal: AbortSignal) =>
        new Promise<void>((complete) => request$(bus, levels, item, { signal }).subscribe({ complete })),
    ],
  ])('by an asker after %s', async (_name, ask) => {
    using bus = createTestBus();
    reply(bus, levels, () => of({ level: 1 }));
    reply(bus, reservation, ({ sku }) => {
      if (sku === 'silent') return new Promise<never>(() => {});
      if (sku === 'none') throw Object.assign(new Error('None'), { code: 'sold-out' });
      return { reservation: 'R-1' };
    });
    const before = counts(bus);
    const { signal, listeners } = countedSignal();
    await ask(bus, signal);
    expect([counts(bus), listeners.size]).toEqual([before, 0]);
  });

  it('by an asker who waited in vain for somebody to come', async () => {
    using bus = createTestBus();
    const before = counts(bus);
    const { controller, signal, listeners } = countedSignal();
    const error = rejection(request(bus, reservation, item, { whenNobody: 'wait', signal }));
    expect(counts(bus)).toMatchObject({ subscriptions: 1, waiting: ['stock:reservationRequested'] });
    controller.abort('left');
    await error;
    expect([counts(bus), listeners.size]).toEqual([before, 0]);
  });

  it('by an asker who is told that nobody is there', async () => {
    using bus = createTestBus();
    const before = counts(bus);
    const { signal, listeners } = countedSignal();
    await rejection(request(bus, reservation, item, { signal }));
    expect([counts(bus), listeners.size]).toEqual([before, 0]);
  });

  it('by a replier that stops, whose sources are left', async () => {
    using bus = createTestBus();
    const before = counts(bus);
    const { signal, listeners } = countedSignal();
    const source$ = new Subject<{ level: number }>();
    const stop = reply(bus, levels, () => source$, { signal });
    request$(bus, levels, item).subscribe({ error: () => {} });
    await bus.flush();
    expect([source$.observed, listeners.size]).toEqual([true, 1]);
    stop();
    expect([counts(bus), source$.observed, listeners.size]).toEqual([before, false, 0]);
  });

  it('by scopes that are disposed with requests under way', async () => {
    using bus = createTestBus();
    const before = counts(bus);
    const [asker, replier] = [bus.scope(), bus.scope()];
    reply(replier, reservation, () => new Promise<never>(() => {}));
    const errors = [1, 2].map(() => rejection(request(asker, reservation, item)));
    await bus.flush();
    asker.dispose();
    replier.dispose();
    await Promise.all(errors);
    expect(counts(bus)).toEqual(before);
  });

  it('by an asker who has his answer: no timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    const answer = request(bus, reservation, item);
    expect(vi.getTimerCount()).toBe(1);
    await answer;
    expect(vi.getTimerCount()).toBe(0);
  });
});
