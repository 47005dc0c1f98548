import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { item, reservation } from './stock.test.fixture.ts';

describe('who gives up', () => {
  it('waits ten seconds, if nothing else is said', async () => {
    using bus = createTestBus({ source: 'checkout', time: 'virtual' });
    reply(bus, reservation, () => new Promise<never>(() => {}));
    const error = rejection(request(bus, reservation, item));
    await bus.advance(9_999);
    expect(bus.emitted(reservation.aborted)).toEqual([]);
    await bus.advance(1);
    expect((await error).details).toEqual({ type: 'stock:reservationReplied', source: 'checkout', after: 10_000 });
  });

  it.each([Infinity, 2 ** 40])('waits as long as told: %d ms', async (timeout) => {
    using bus = createTestBus({ time: 'virtual' });
    reply(bus, reservation, () => new Promise((resolve) => setTimeout(() => resolve({ reservation: 'slow' }), 60_000)));
    const answer = request(bus, reservation, item, { timeout });
    await bus.advance(60_000);
    expect(await answer).toEqual({ reservation: 'slow' });
  });

  it('after a time-out tells the replier, whose signal aborts, and whose answer is said to nobody', async () => {
    using bus = createTestBus({ time: 'virtual' });
    let signal: AbortSignal | undefined;
    reply(bus, reservation, async (_, context) => {
      ({ signal } = context);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { reservation: 'too late' };
    });
    const error = rejection(request(bus, reservation, item, { timeout: 50 }));
    await bus.advance(50);
    expect([(await error).code, signal!.aborted]).toEqual(['timed-out', true]);
    expect(bus.emitted(reservation.aborted)).toMatchObject([
      { data: { reason: 'timed-out' }, causationid: bus.emitted(reservation.requested)[0]!.id },
    ]);
    await bus.advance(100);
    expect(bus.emitted(reservation.replied)).toEqual([]);
  });

  it('by a signal rejects with its reason, and tells the replier', async () => {
    using bus = createTestBus();
    const [leaving, aborts] = [new AbortController(), [] as unknown[]];
    reply(
      bus,
      reservation,
      (_, context) =>
        new Promise<never>((_resolve, reject) => {
          context.signal.addEventListener('abort', () => reject(aborts.push(context.signal.aborted)));
        }),
    );
    const error = rejection(request(bus, reservation, item, { signal: leaving.signal }));
    await bus.flush();
    leaving.abort('left the page');
    expect(await error).toBe('left the page');
    await bus.flush();
    expect([aborts, bus.deadLetters.list(), bus.emitted(reservation.aborted).length]).toEqual([[true], [], 1]);
  });

  it('before the handler has begun keeps it from being called', async () => {
    using bus = createTestBus();
    const [leaving, called] = [new AbortController(), [] as string[]];
    reply(bus, reservation, ({ sku }) => ({ reservation: String(called.push(sku)) }), { delivery: 'idle' });
    const error = rejection(request(bus, reservation, item, { signal: leaving.signal }));
    leaving.abort('at once');
    await error;
    await request(bus, reservation, { sku: 'A-2' });
    expect(called).toEqual(['A-2']);
  });

  it('while the request is being emitted tells the replier that is at work already', async () => {
    using bus = createTestBus();
    const [leaving, signals] = [new AbortController(), [] as AbortSignal[]];
    const handler = (_: unknown, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      leaving.abort('at once');
      return new Promise<never>(() => {});
    };
    reply(bus, reservation, handler, { delivery: 'sync' });
    expect(await rejection(request(bus, reservation, item, { signal: leaving.signal }))).toBe('at once');
    await bus.flush();
    expect([signals[0]!.aborted, bus.emitted(reservation.aborted).length]).toEqual([true, 1]);
  });

  it('before anything was asked emits nothing', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    expect(await rejection(request(bus, reservation, item, { signal: AbortSignal.abort('before') }))).toBe('before');
    expect(bus.metrics().emitted).toBe(0);
  });

  it('with the bus is told so, and the replier is told, though the bus is silent', async () => {
    using bus = createTestBus();
    const scope = bus.scope({ source: 'checkout' });
    let signal: AbortSignal | undefined;
    reply(bus, reservation, (_, context) => new Promise<never>(() => ({ signal } = context)));
    const error = rejection(request(scope, reservation, item));
    await bus.flush();
    scope.dispose();
    expect((await error).code).toBe('disposed');
    await bus.flush();
    expect([signal!.aborted, bus.emitted(reservation.aborted)]).toEqual([true, []]);
    expect((await rejection(request(scope, reservation, item))).details).toEqual({ action: 'request', source: 'checkout' });
  });

  it('after the answer says nothing more', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const leaving = new AbortController();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    await request(bus, reservation, item, { signal: leaving.signal, timeout: 10 });
    leaving.abort('no matter');
    await bus.advance(10);
    expect(bus.emitted(reservation.aborted)).toEqual([]);
  });
});
