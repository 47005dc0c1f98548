import { bufferCount, debounceTime, filter, firstValueFrom, map, merge, scan, take, toArray } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  answered: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 3 },
});

afterEach(() => void vi.useRealTimers());

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

describe('events$', () => {
  it('is an Observable that the operators of RxJS work on', async () => {
    const bus = newBus();
    const sums: number[] = [];
    const even = bus.events$(test.pinged).pipe(
      map(({ data }) => data),
      filter((data) => data % 2 === 0),
      scan((sum, data) => sum + data, 0),
    );
    even.subscribe((sum) => sums.push(sum));
    for (const data of [1, 2, 3, 4]) bus.emit(test.pinged, data);
    await nextTask();
    expect(sums).toEqual([2, 6]);
  });

  it('works with the operators that wait', async () => {
    vi.useFakeTimers();
    const bus = newBus();
    const seen: number[] = [];
    bus
      .events$(test.pinged)
      .pipe(debounceTime(100))
      .subscribe(({ data }) => seen.push(data));
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await vi.advanceTimersByTimeAsync(100);
    expect(seen).toEqual([3]);
  });

  it('can be merged with others', async () => {
    const bus = newBus();
    const both = firstValueFrom(merge(bus.events$(test.pinged), bus.events$(test.answered)).pipe(bufferCount(2)));
    bus.emit(test.answered, 1);
    bus.emit(test.pinged, 2);
    expect((await both).map(({ data }) => data)).toEqual([1, 2]);
  });

  it('is cold: without an observer there is no subscription, and each observer has its own', () => {
    const bus = newBus();
    const events$ = bus.events$(test.pinged);
    expect(bus.metrics().subscriptions).toHaveLength(0);
    events$.subscribe();
    events$.subscribe();
    expect(bus.metrics().subscriptions).toHaveLength(2);
  });

  it('gives each observer the retained events first', async () => {
    const bus = newBus();
    for (const data of [1, 2]) bus.emit(test.kept, data);
    const first = firstValueFrom(bus.events$(test.kept).pipe(take(2), toArray()));
    const second = firstValueFrom(bus.events$(test.kept, { replay: 1 }));
    expect((await first).map(({ data }) => data)).toEqual([1, 2]);
    expect(await second).toMatchObject({ data: 2, replayed: true });
  });

  it('takes lists, patterns and the options of `on`', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.events$([test.pinged, test.answered]).subscribe(({ data }) => seen.push(`list ${data}`));
    bus.events$('test:*', { where: ({ data }) => data === 2 }).subscribe(({ data }) => seen.push(`pattern ${data}`));
    bus.emit(test.pinged, 1);
    bus.emit(test.answered, 2);
    await nextTask();
    expect(seen).toEqual(['list 1', 'list 2', 'pattern 2']);
  });

  it('ends its subscription when the observer unsubscribes', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const subscription = bus.events$(test.pinged).subscribe(({ data }) => seen.push(data));
    bus.emit(test.pinged, 1);
    await nextTask();
    subscription.unsubscribe();
    bus.emit(test.pinged, 2);
    await nextTask();
    expect(seen).toEqual([1]);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('ends its subscription when an operator has had enough, though that is while it is being subscribed to', async () => {
    const bus = newBus();
    for (const data of [1, 2]) bus.emit(test.kept, data);
    const seen: number[] = [];
    bus
      .events$(test.kept, { delivery: 'sync' })
      .pipe(take(1))
      .subscribe(({ data }) => seen.push(data));
    expect(seen).toEqual([1]);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('completes when the bus is disposed', async () => {
    const bus = newBus();
    const scope = bus.scope();
    const complete = vi.fn();
    scope.events$(test.pinged).subscribe({ complete });
    scope.dispose();
    expect(complete).toHaveBeenCalledTimes(1);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('completes at once when the bus was disposed before', () => {
    const bus = newBus();
    const scope = bus.scope();
    const events$ = scope.events$(test.pinged);
    scope.dispose();
    const complete = vi.fn();
    events$.subscribe({ complete });
    expect(complete).toHaveBeenCalledTimes(1);
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('leaves a disposed bus without a trace of an observer that unsubscribed', () => {
    const bus = newBus();
    const complete = vi.fn();
    bus.events$(test.pinged).subscribe({ complete }).unsubscribe();
    bus.dispose();
    expect(complete).not.toHaveBeenCalled();
  });

  it('refuses at once what `on` refuses', () => {
    const bus = newBus();
    expect(() => bus.events$('cart:it*')).toThrow(expect.objectContaining({ code: 'invalid-pattern' }));
  });
});
