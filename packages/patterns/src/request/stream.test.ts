import { createTestBus } from '@busbar/testing';
import { concat, interval, map, NEVER, type Observable, of, Subject, take, throwError, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request, request$ } from './request.ts';
import { item, levels, reservation } from './stock.test.fixture.ts';

/** What an Observable tells, in order. */
function told(asked$: Observable<{ level: number }>) {
  const heard: unknown[] = [];
  const subscription = asked$.subscribe({
    next: ({ level }) => heard.push(level),
    error: ({ code, details }) => heard.push(code, details?.failure?.code),
    complete: () => heard.push('complete'),
  });
  return { heard, subscription };
}

describe('a stream of replies', () => {
  it.each([
    ['an Observable', () => of({ level: 1 }, { level: 2 })],
    [
      'an async iterable',
      async function* () {
        yield { level: 1 };
        yield { level: 2 };
      },
    ],
    ['a promise of one', async () => of({ level: 1 }, { level: 2 })],
  ])('comes of %s, one event for each, and ends with an event', async (_name, handler) => {
    using bus = createTestBus();
    reply(bus, levels, handler);
    const { heard } = told(request$(bus, levels, item));
    await bus.flush();
    expect(heard).toEqual([1, 2, 'complete']);
    expect(bus.emitted(levels.ended)).toMatchObject([
      { data: { replies: 2 }, causationid: bus.emitted(levels.requested)[0]!.id },
    ]);
  });

  it('comes of a single value, too', async () => {
    using bus = createTestBus();
    reply(bus, levels, () => ({ level: 1 }));
    const { heard } = told(request$(bus, levels, item));
    await bus.flush();
    expect(heard).toEqual([1, 'complete']);
  });

  it('is asked for anew by each observer, and not before', async () => {
    using bus = createTestBus();
    reply(bus, levels, () => of({ level: 1 }));
    const asked$ = request$(bus, levels, item);
    await bus.flush();
    expect(bus.metrics().emitted).toBe(0);
    told(asked$);
    told(asked$);
    expect(bus.emitted(levels.requested)).toHaveLength(2);
  });

  it('tells its observers after the replier’s emitting call', async () => {
    using bus = createTestBus();
    const source$ = new Subject<{ level: number }>();
    reply(bus, levels, () => source$);
    const { heard, subscription } = told(request$(bus, levels, item));
    await bus.flush();
    source$.next({ level: 7 });
    expect(heard).toEqual([]);
    await bus.flush();
    expect(heard).toEqual([7]);
    subscription.unsubscribe();
  });

  it('that fails midway gives what came before, then the error', async () => {
    using bus = createTestBus();
    const sold = Object.assign(new Error('None left'), { code: 'sold-out' });
    reply(bus, levels, () =>
      concat(
        of({ level: 1 }),
        throwError(() => sold),
      ),
    );
    const { heard } = told(request$(bus, levels, item));
    await bus.flush();
    expect([heard, bus.emitted(levels.ended)]).toEqual([[1, 'request-failed', 'sold-out'], []]);
  });

  it('that is tried again gives the replies of each try', async () => {
    using bus = createTestBus({ time: 'virtual' });
    let level = 0;
    const handler = async function* (_: unknown, { attempt }: { attempt: number }) {
      yield { level: ++level };
      if (attempt === 1) throw new Error('Not yet');
      yield { level: ++level };
    };
    reply(bus, levels, handler, { retry: 1 });
    const { heard } = told(request$(bus, levels, item));
    await bus.advance(1_000);
    expect(heard).toEqual([1, 2, 3, 'complete']);
  });

  it('that only looks like one is a fault of its handler, also where it was promised', async () => {
    using bus = createTestBus({ onError: () => {} });
    reply(bus, levels, (async () => bus.latest(reservation.replied)) as never);
    const { heard } = told(request$(bus, levels, item));
    await bus.flush();
    expect(heard).toEqual(['request-failed', 'request-failed']);
  });

  it('with a reply that breaks its contract ends there, and its source is left', async () => {
    using bus = createTestBus();
    const source$ = new Subject<{ level: number }>();
    reply(bus, levels, () => source$);
    const { heard } = told(request$(bus, levels, item));
    await bus.flush();
    source$.next({ level: 1 });
    source$.next({ level: 'low' as never });
    await bus.flush();
    expect([heard, source$.observed]).toEqual([[1, 'request-failed', 'invalid-payload'], false]);
  });

  it('is left by unsubscribing: its source is unsubscribed, its signal aborts', async () => {
    using bus = createTestBus();
    const source$ = new Subject<{ level: number }>();
    const signals: AbortSignal[] = [];
    reply(bus, levels, (_, { signal }) => {
      signals.push(signal);
      return source$;
    });
    const { heard, subscription } = told(request$(bus, levels, item));
    await bus.flush();
    source$.next({ level: 1 });
    await bus.flush();
    subscription.unsubscribe();
    await bus.flush();
    expect([heard, source$.observed, signals[0]!.aborted]).toEqual([[1], false, true]);
    expect(bus.emitted(levels.aborted)).toMatchObject([{ data: { reason: 'aborted' } }]);
  });

  it('is left before it was answered with a promise of it, too', async () => {
    using bus = createTestBus();
    const source$ = new Subject<{ level: number }>();
    reply(bus, levels, async () => source$);
    const { subscription } = told(request$(bus, levels, item));
    subscription.unsubscribe();
    await bus.flush();
    expect(source$.observed).toBe(false);
  });

  it('has to begin within the time-out, and may go on as long as it likes', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const stop = reply(bus, levels, () =>
      interval(80).pipe(
        take(3),
        map((level) => ({ level })),
      ),
    );
    const patient = told(request$(bus, levels, item, { timeout: 100 }));
    const impatient = told(request$(bus, levels, item, { timeout: 50 }));
    await bus.advance(300);
    expect([patient.heard, impatient.heard]).toEqual([
      [0, 1, 2, 'complete'],
      ['timed-out', undefined],
    ]);
    stop();
  });

  it('ends for its observers when its replier goes away', async () => {
    using bus = createTestBus();
    const stop = reply(bus, levels, () => concat(of({ level: 1 }), NEVER));
    const { heard } = told(request$(bus, levels, item));
    await bus.flush();
    stop();
    await bus.flush();
    expect(heard).toEqual([1, 'request-failed', 'replier-gone']);
  });
});

describe('request', () => {
  it('takes the first reply of a stream, and tells the replier that it wants no more', async () => {
    using bus = createTestBus();
    const source$ = new Subject<{ level: number }>();
    reply(bus, levels, () => source$);
    const first = request(bus, levels, item);
    await bus.flush();
    source$.next({ level: 1 });
    expect(await first).toEqual({ level: 1 });
    await bus.flush();
    expect(source$.observed).toBe(false);
  });

  it('rejects where a stream ends without a reply', async () => {
    using bus = createTestBus();
    reply(bus.scope({ source: 'stock' }), levels, () => of());
    expect(await rejection(request(bus, levels, item))).toMatchObject({ details: { failure: { code: 'no-reply' } } });
  });
});

describe('request$', () => {
  it('gives the one reply of a request that is no stream', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    const all = new Promise((resolve) => request$(bus, reservation, item).pipe(toArray()).subscribe(resolve));
    expect(await all).toEqual([{ reservation: 'R-1' }]);
  });

  it('refuses options that do not fit when it is called', () => {
    using bus = createTestBus();
    expect(() => request$(bus, levels, item, { timeout: -1 })).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
