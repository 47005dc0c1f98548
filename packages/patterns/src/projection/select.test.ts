import { describe, expect, it, vi } from 'vitest';
import { type Amounts, amounts, delivered, orders, page } from './orders.test.fixture.ts';
import { project } from './project.ts';

describe('A selection', () => {
  it('is computed when it is read, once for each state', async () => {
    const bus = page();
    const selector = vi.fn((state: Amounts) => Object.keys(state));
    const names = project(bus, amounts).select(selector);
    expect(selector).not.toHaveBeenCalled();
    expect(names.get()).toBe(names.get());
    expect(selector).toHaveBeenCalledOnce();
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    expect(names.get()).toEqual(['A']);
    expect(selector).toHaveBeenCalledTimes(2);
  });

  it('tells observers only when what they read is another', async () => {
    const bus = page();
    const observer = vi.fn();
    project(bus, amounts)
      .select(({ A }) => A)
      .subscribe(observer);
    bus.emit(orders.placed, { order: 'B', amount: 1 });
    await delivered(bus);
    expect(observer).not.toHaveBeenCalled();
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    expect(observer.mock.calls).toEqual([[1]]);
  });

  it('stays the same object as long as `compare` finds it the same', async () => {
    const bus = page();
    const sameLength = (one: string[], other: string[]): boolean => one.length === other.length;
    const names = project(bus, amounts).select((state) => Object.keys(state), { compare: sameLength });
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    const before = names.get();
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    expect(names.get()).toBe(before);
  });

  it('of several parts combines them anew only when one of them changes', async () => {
    const bus = page();
    const state = project(bus, amounts);
    const combine = vi.fn((a: number | undefined, b: number | undefined) => ({ a, b }));
    const both = state.select([({ A }) => A, ({ B }) => B], combine);
    expect(both.get()).toEqual({ a: undefined, b: undefined });
    bus.emit(orders.placed, { order: 'C', amount: 1 });
    await delivered(bus);
    both.get();
    expect(combine).toHaveBeenCalledOnce();
    bus.emit(orders.placed, { order: 'B', amount: 2 });
    await delivered(bus);
    expect(both.get()).toEqual({ a: undefined, b: 2 });
    expect(combine).toHaveBeenCalledTimes(2);
  });

  it('combines other readables, and follows them', async () => {
    const bus = page();
    const observer = vi.fn();
    const state = project(bus, amounts);
    const combined = state.select([({ A = 0 }) => A, bus.latest(orders.cancelled)], (A, last) => `${A} ${last?.order}`);
    const stop = combined.subscribe({ next: observer });
    bus.emit(orders.cancelled, { order: 'Z' });
    await delivered(bus);
    expect(observer).toHaveBeenLastCalledWith('0 Z');
    stop();
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    expect(observer).toHaveBeenCalledOnce();
  });
});
