import type { Bus } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { item, reservation } from './stock.test.fixture.ts';

const ask = (bus: Bus, options = {}) => rejection(request(bus, reservation, item, options));

describe('a replier that goes away', () => {
  const endings: [string, (bus: Bus, stop: () => void) => void][] = [
    ['by its subscription', (_bus, stop) => stop()],
    ['with its scope', (bus) => bus.dispose()],
  ];

  it.each(endings)('%s tells those who wait at once, and aborts its handlers', async (_name, end) => {
    using bus = createTestBus({ source: 'checkout' });
    const scope = bus.scope({ source: 'stock' });
    let signal: AbortSignal | undefined;
    const stop = reply(scope, reservation, (_, context) => new Promise<never>(() => ({ signal } = context)));
    const error = ask(bus);
    await bus.flush();
    end(scope, stop);
    expect((await error).details).toMatchObject({ source: 'stock', failure: { code: 'replier-gone' } });
    expect([signal!.aborted, bus.emitted(reservation.aborted)]).toEqual([true, []]);
  });

  it.each(endings)('%s tells those whose request it has not been given yet', async (_name, end) => {
    using bus = createTestBus();
    const scope = bus.scope({ source: 'stock' });
    const stop = reply(scope, reservation, () => expect.unreachable());
    const error = ask(bus);
    end(scope, stop);
    expect((await error).details).toMatchObject({ failure: { code: 'replier-gone' } });
  });

  it('in its own handler still gives the answer that this returns, and no promise of one', async () => {
    using bus = createTestBus();
    const stop = reply(bus, reservation, () => {
      stop();
      return { reservation: 'the last one' };
    });
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'the last one' });
    const leave = reply(bus, reservation, async () => {
      leave();
      return { reservation: 'later' };
    });
    expect((await ask(bus)).details).toMatchObject({ failure: { code: 'replier-gone' } });
    expect((await ask(bus)).code).toBe('no-replier');
  });

  it.each([
    ['in its own handler', (stop: () => void) => stop],
    ['in another one', () => () => {}],
  ])('%s while its answer is on its way has given it', async (_where, inHandler) => {
    using bus = createTestBus();
    const stop = reply(
      bus,
      reservation,
      () => {
        inHandler(stop)();
        return { reservation: 'the last one' };
      },
      { delivery: 'sync' },
    );
    bus.on(reservation.requested, () => stop(), { delivery: 'sync' });
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'the last one' });
  });

  it('with its scope in its own handler cannot answer any more', async () => {
    using bus = createTestBus();
    const scope = bus.scope({ source: 'stock' });
    reply(scope, reservation, () => {
      scope.dispose();
      return { reservation: 'unsaid' };
    });
    expect((await ask(bus)).details).toMatchObject({ failure: { code: 'replier-gone' } });
  });

  it('by its signal is gone, and does not come where that has aborted before', async () => {
    using bus = createTestBus();
    const leaving = new AbortController();
    const stop = reply(bus, reservation, () => ({ reservation: 'R-1' }), { signal: leaving.signal });
    await request(bus, reservation, item);
    leaving.abort();
    stop();
    expect((await ask(bus)).code).toBe('no-replier');
    reply(bus, reservation, () => ({ reservation: 'R-1' }), { signal: leaving.signal });
    expect((await ask(bus)).code).toBe('no-replier');
  });
});
