import { finalize, map, take, toArray } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvent, isBusError } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

describe('metrics$', () => {
  it('gives a snapshot at once, then one each second', () => {
    const bus = newBus();
    const emitted: number[] = [];
    bus.metrics$().subscribe((metrics) => emitted.push(metrics.emitted));
    expect(emitted).toEqual([0]);
    bus.emit(pinged, 1);
    vi.advanceTimersByTime(999);
    expect(emitted).toEqual([0]);
    vi.advanceTimersByTime(1);
    bus.emit(pinged, 2);
    vi.advanceTimersByTime(1_000);
    expect(emitted).toEqual([0, 1, 2]);
  });

  it('gives one as often as it is told to', () => {
    let snapshots = 0;
    newBus()
      .metrics$(50)
      .subscribe(() => snapshots++);
    vi.advanceTimersByTime(500);
    expect(snapshots).toBe(11);
  });

  it('gives what `metrics()` gives', () => {
    const bus = newBus();
    bus.on(pinged, () => {});
    bus.metrics$().subscribe((metrics) => expect(metrics).toEqual(bus.metrics()));
    expect.assertions(1);
  });

  it('is cold: nothing is counted or timed without an observer, and each has its own time', () => {
    const bus = newBus();
    const metrics$ = bus.metrics$(100);
    expect(vi.getTimerCount()).toBe(0);
    const stops = [metrics$.subscribe(), metrics$.subscribe()];
    expect(vi.getTimerCount()).toBe(2);
    for (const stop of stops) stop.unsubscribe();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends where its observer has enough, also with the first', () => {
    const seen: unknown[] = [];
    const bus = newBus();
    bus
      .metrics$()
      .pipe(take(1))
      .subscribe((metrics) => seen.push(metrics.emitted));
    bus
      .metrics$()
      .pipe(
        map(({ emitted }) => emitted),
        take(2),
        toArray(),
      )
      .subscribe((all) => seen.push(all));
    vi.advanceTimersByTime(5_000);
    expect(seen).toEqual([0, [0, 0]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('completes when the bus is disposed', () => {
    const bus = newBus();
    const scope = bus.scope();
    let [completed, ended] = [0, 0];
    const end = finalize(() => ended++);
    for (const each of [bus, scope])
      each
        .metrics$()
        .pipe(end)
        .subscribe({ complete: () => completed++ });
    scope.dispose();
    expect([completed, ended]).toEqual([1, 1]);
    bus.dispose();
    expect([completed, ended]).toEqual([2, 2]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is observed after the bus was disposed completes without a snapshot', () => {
    const bus = newBus();
    const metrics$ = bus.metrics$();
    bus.dispose();
    const seen: unknown[] = [];
    metrics$.subscribe({ next: (metrics) => seen.push(metrics), complete: () => seen.push('complete') });
    expect(seen).toEqual(['complete']);
    expect(() => bus.metrics$()).toThrow(expect.objectContaining({ code: 'disposed' }));
  });

  it.each([0, -1, Number.NaN, Infinity, 2 ** 31, '5s'])('refuses %j for its milliseconds', (every) => {
    const bus = newBus();
    const refused = { code: 'invalid-option', details: { option: 'every', given: every, source: 'test' } };
    try {
      bus.metrics$(every as number);
      expect.unreachable();
    } catch (error) {
      expect(isBusError(error)).toBe(true);
      expect(error).toMatchObject(refused);
    }
  });
});
