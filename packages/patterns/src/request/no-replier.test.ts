import { BusError } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { item, reservation } from './stock.test.fixture.ts';

describe('where nobody replies', () => {
  it('a request is refused at once, emits nothing, and says who knows the contract', async () => {
    using bus = createTestBus({ source: 'checkout' });
    bus.scope({ source: 'stock' }).on(reservation.requested, () => {});
    const error = await rejection(request(bus, reservation, item));
    expect(error.code).toBe('no-replier');
    expect(error.details).toMatchObject({ type: 'stock:reservationRequested', source: 'checkout', definedBy: ['stock'] });
    expect(error.message).toContain('nobody replies. stock know');
    expect(bus.metrics().emitted).toBe(0);
  });

  it('those who only observe requests are nobody', async () => {
    using bus = createTestBus();
    bus.on('**', () => {});
    expect((await rejection(request(bus, reservation, item))).code).toBe('no-replier');
  });

  it('those who have replied, and whose bus, scope or subscription has ended, are nobody', async () => {
    using bus = createTestBus();
    const scope = bus.scope({ source: 'stock' });
    reply(scope, reservation, () => ({ reservation: 'R-1' }));
    const stop = reply(bus, reservation, () => ({ reservation: 'R-2' }));
    scope.dispose();
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'R-2' });
    stop();
    expect((await rejection(request(bus, reservation, item))).code).toBe('no-replier');
  });

  it('a request that is told to wait is emitted when somebody comes, with the cause of when it was made', async () => {
    using bus = createTestBus();
    const first = bus.emit(reservation.replied, { reservation: 'the cause' });
    const answer = request(bus, reservation, item, { whenNobody: 'wait', cause: first });
    await bus.flush();
    expect(bus.emitted(reservation.requested)).toEqual([]);
    reply(bus, reservation, () => ({ reservation: 'late' }));
    expect(await answer).toEqual({ reservation: 'late' });
    expect(bus.emitted(reservation.requested)).toMatchObject([{ causationid: first.id }]);
  });

  it('a request that waits passes over who goes again at once, as what is mounted twice does', async () => {
    using bus = createTestBus();
    const answer = request(bus, reservation, item, { whenNobody: 'wait' });
    const mount = () => reply(bus, reservation, () => ({ reservation: 'mounted' }));
    mount()();
    await bus.flush();
    expect(bus.emitted(reservation.requested)).toEqual([]);
    mount()();
    mount();
    expect(await answer).toEqual({ reservation: 'mounted' });
  });

  it('a request that waits is emitted once, though others come while it is', async () => {
    using bus = createTestBus();
    const answer = request(bus, reservation, item, { whenNobody: 'wait' });
    const come = () => reply(bus, reservation, () => ({ reservation: 'R-2' }));
    const handler = () => {
      come();
      return { reservation: 'R-1' };
    };
    reply(bus, reservation, handler, { delivery: 'sync' });
    expect([await answer, bus.emitted(reservation.requested).length]).toEqual([{ reservation: 'R-1' }, 1]);
  });

  it('a request that waits is refused when what it asks for is refused at last', async () => {
    using bus = createTestBus();
    const answer = rejection(request(bus, reservation, { sku: 1 } as never, { whenNobody: 'wait' }));
    reply(bus, reservation, () => ({ reservation: 'late' }));
    expect((await answer).code).toBe('invalid-payload');
  });

  it('a request that waits ends with its signal or its bus, and was never emitted', async () => {
    using bus = createTestBus();
    const [leaving, scope] = [new AbortController(), bus.scope()];
    const left = rejection(request(bus, reservation, item, { whenNobody: 'wait', signal: leaving.signal }));
    const gone = rejection(request(scope, reservation, item, { whenNobody: 'wait' }));
    leaving.abort('enough');
    scope.dispose();
    expect([await left, await gone]).toMatchObject(['enough', { code: 'disposed' }]);
    reply(bus, reservation, () => ({ reservation: 'too late' }));
    expect(bus.metrics().emitted).toBe(0);
  });

  it('a request whose time is over, its own or that of its signal, has asked nobody', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const step = new BusError('timed-out', { type: 'a step', source: 'saga', after: 30 });
    const [stepping, timing] = [new AbortController(), new AbortController()];
    const asked = [{ timeout: 50 }, { signal: stepping.signal }, { signal: timing.signal }].map((ends) =>
      rejection(request(bus, reservation, item, { whenNobody: 'wait', ...ends })),
    );
    await bus.advance(50);
    stepping.abort(step);
    timing.abort(new DOMException('Over', 'TimeoutError'));
    const errors = await Promise.all(asked);
    expect(errors.map(({ code }) => code)).toEqual(['no-replier', 'no-replier', 'no-replier']);
    expect(errors.map(({ cause }) => cause)).toMatchObject([{ code: 'timed-out' }, step, { name: 'TimeoutError' }]);
  });
});
