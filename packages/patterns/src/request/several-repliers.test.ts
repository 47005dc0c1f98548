import type { Bus } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { concat, NEVER, of, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request, request$ } from './request.ts';
import { item, levels, reservation } from './stock.test.fixture.ts';

const busy = Object.assign(new Error('Busy'), { code: 'busy' });
const never = new Promise<never>(() => {});
const all = { repliers: 'all' } as const;

/** Lets sources reply, each in its way. */
function repliers(bus: Bus, handlers: Record<string, () => Promise<{ reservation: string }>>) {
  return Object.entries(handlers).map(([source, handler]) => reply(bus.scope({ source }), reservation, handler));
}

describe('of several repliers, the first', () => {
  it('that replies is taken, and the others are told to stop', async () => {
    using bus = createTestBus();
    const signals: AbortSignal[] = [];
    reply(bus.scope({ source: 'far' }), reservation, (_, { signal }) => {
      signals.push(signal);
      return never;
    });
    repliers(bus, { near: async () => ({ reservation: 'near' }) });
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'near' });
    await bus.flush();
    expect([signals[0]!.aborted, bus.emitted(reservation.aborted)]).toEqual([true, []]);
  });

  it('that replies is waited for while others fail', async () => {
    using bus = createTestBus();
    repliers(bus, { one: () => Promise.reject(busy), other: async () => ({ reservation: 'other' }) });
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'other' });
  });

  it('is none where all fail: the last failure is told', async () => {
    using bus = createTestBus();
    const [, stop] = repliers(bus, { one: () => Promise.reject(busy), other: () => never });
    const error = rejection(request(bus, reservation, item));
    await bus.flush();
    stop!();
    expect((await error).details).toMatchObject({ source: 'other', failure: { code: 'replier-gone' } });
  });

  it('that replies gives its whole stream, and others nothing', async () => {
    using bus = createTestBus();
    const other$ = new Subject<{ level: number }>();
    reply(bus, levels, () => concat(of({ level: 1 }, { level: 2 }), NEVER));
    reply(bus, levels, () => other$);
    const heard: number[] = [];
    const asked = request$(bus, levels, item).subscribe(({ level }) => heard.push(level));
    await bus.flush();
    expect([heard, other$.observed]).toEqual([[1, 2], false]);
    asked.unsubscribe();
  });
});

describe('of several repliers, all', () => {
  it('are given with what they replied, those who were there first before the others', async () => {
    using bus = createTestBus();
    repliers(bus, { one: async () => ({ reservation: '1' }), two: async () => ({ reservation: '2' }) });
    expect(await request(bus, reservation, item, all)).toEqual([
      { source: 'one', reply: { reservation: '1' } },
      { source: 'two', reply: { reservation: '2' } },
    ]);
    expect(bus.emitted(reservation.requested)).toHaveLength(1);
  });

  it('include those who fail at once, and those who are silent when the time is over, who are told to stop', async () => {
    using bus = createTestBus({ time: 'virtual' });
    repliers(bus, { good: async () => ({ reservation: '1' }), failing: () => Promise.reject(busy), silent: () => never });
    const answers = request(bus, reservation, item, { ...all, timeout: 100 });
    await bus.advance(100);
    expect(await answers).toMatchObject([
      { source: 'good', reply: { reservation: '1' } },
      { source: 'failing', error: { code: 'request-failed', details: { failure: { code: 'busy' } } } },
      { source: 'silent', error: { code: 'timed-out' } },
    ]);
    expect(bus.emitted(reservation.aborted)).toMatchObject([{ data: { reason: 'timed-out' } }]);
  });

  it('are told apart though they have one source', async () => {
    using bus = createTestBus();
    const [, stop] = [() => Promise.resolve({ reservation: '1' }), () => never].map((handler) =>
      reply(bus, reservation, handler),
    );
    const answers = request(bus, reservation, item, all);
    await bus.flush();
    stop!();
    expect(await answers).toMatchObject([
      { reply: { reservation: '1' } },
      { error: { details: { failure: { code: 'replier-gone' } } } },
    ]);
  });

  it('are those who were there when it was asked', async () => {
    using bus = createTestBus();
    repliers(bus, { early: async () => ({ reservation: '1' }) });
    const answers = request(bus, reservation, item, all);
    repliers(bus, { late: async () => ({ reservation: '2' }) });
    expect(await answers).toEqual([{ source: 'early', reply: { reservation: '1' } }]);
  });

  it('need somebody: nobody is no-replier, and a signal that aborts its reason', async () => {
    using bus = createTestBus();
    expect(await rejection(request(bus, reservation, item, all))).toMatchObject({ code: 'no-replier' });
    repliers(bus, { silent: () => never });
    const leaving = new AbortController();
    const answers = rejection(request(bus, reservation, item, { ...all, signal: leaving.signal }));
    leaving.abort('left');
    expect(await answers).toBe('left');
  });

  it('that are waited for in vain were nobody', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const answers = rejection(request(bus, reservation, item, { ...all, whenNobody: 'wait', timeout: 100 }));
    await bus.advance(100);
    expect(await answers).toMatchObject({ code: 'no-replier', cause: { code: 'timed-out' } });
  });
});
