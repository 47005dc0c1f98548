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

  it('a request that waits is refused when what it asks for is refused at last', async () => {
    using bus = createTestBus();
    const answer = rejection(request(bus, reservation, { sku: 1 } as never, { whenNobody: 'wait' }));
    reply(bus, reservation, () => ({ reservation: 'late' }));
    expect((await answer).code).toBe('invalid-payload');
  });

  it('a request that waits ends with its time, its signal or its bus, and was never emitted', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const leaving = new AbortController();
    const scope = bus.scope();
    const ends = [{ timeout: 50 }, { signal: leaving.signal }].map((end) =>
      rejection(request(bus, reservation, item, { whenNobody: 'wait', ...end })),
    );
    ends.push(rejection(request(scope, reservation, item, { whenNobody: 'wait' })));
    await bus.advance(50);
    leaving.abort('enough');
    scope.dispose();
    expect(await Promise.all(ends)).toMatchObject([{ code: 'timed-out' }, 'enough', { code: 'disposed' }]);
    reply(bus, reservation, () => ({ reservation: 'too late' }));
    expect(bus.metrics().emitted).toBe(0);
  });
});
