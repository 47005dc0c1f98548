import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { item, levels, reservation } from './stock.test.fixture.ts';

const names = (endings: readonly string[], of = 'stock:reservation') => endings.map((ending) => `${of}${ending}`);

describe('an asker', () => {
  const asker = { publish: names(['Requested', 'Aborted']), subscribe: names(['Replied', 'Failed']) };

  it('needs to publish …Requested and …Aborted, and to subscribe to …Replied and …Failed', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const stop = reply(bus, reservation, () => new Promise<never>(() => {}));
    const scope = bus.scope(asker);
    const error = rejection(request(scope, reservation, item, { timeout: 10 }));
    await bus.advance(10);
    expect([(await error).code, bus.emitted(reservation.aborted).length]).toEqual(['timed-out', 1]);
    stop();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    expect(await request(scope, reservation, item)).toEqual({ reservation: 'R-1' });
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it.each([
    ['publish', 'Requested'],
    ['subscribe', 'Replied'],
    ['subscribe', 'Failed'],
  ] as const)('that may not %s …%s is forbidden to ask', async (action, ending) => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    const scope = bus.scope({ ...asker, [action]: asker[action].filter((name) => !name.endsWith(ending)) });
    const error = await rejection(request(scope, reservation, item));
    expect(error).toMatchObject({ code: 'forbidden', details: { action, type: `stock:reservation${ending}` } });
    expect(bus.emitted(reservation.requested)).toEqual([]);
  });

  it('that may not publish …Aborted is heard by the replier all the same, and leaves a dead letter', async () => {
    using bus = createTestBus();
    const [signals, leaving] = [[] as AbortSignal[], new AbortController()];
    reply(bus, reservation, (_, { signal }) => new Promise<never>(() => signals.push(signal)));
    const scope = bus.scope({ publish: names(['Requested']) });
    const error = rejection(request(scope, reservation, item, { signal: leaving.signal }));
    await bus.flush();
    leaving.abort('left');
    expect(await error).toBe('left');
    await bus.flush();
    expect([signals[0]!.aborted, bus.deadLetters.list()[0]!.reason]).toEqual([true, 'forbidden']);
  });
});

describe('a replier', () => {
  const replier = { publish: names(['Replied', 'Failed']), subscribe: names(['Requested', 'Aborted']) };

  it('needs to subscribe to …Requested and …Aborted, and to publish …Replied and …Failed', async () => {
    using bus = createTestBus();
    const scope = bus.scope({ ...replier, source: 'stock' });
    const refusal = Object.assign(new Error('None left'), { code: 'sold-out' });
    reply(scope, reservation, ({ sku }) => (sku === 'A-1' ? { reservation: 'R-1' } : Promise.reject(refusal)));
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'R-1' });
    expect((await rejection(request(bus, reservation, { sku: 'B' }))).details).toMatchObject({ failure: { code: 'sold-out' } });
  });

  it.each(['Requested', 'Aborted'])(
    'that may not subscribe to …%s is forbidden to reply, and leaves nothing behind',
    (ending) => {
      using bus = createTestBus();
      const scope = bus.scope({ ...replier, subscribe: replier.subscribe.filter((name) => !name.endsWith(ending)) });
      expect(() => reply(scope, reservation, () => ({ reservation: '' }))).toThrow(
        expect.objectContaining({ code: 'forbidden' }),
      );
      expect(bus.metrics().subscriptions).toEqual([]);
    },
  );

  it.each([{ publish: names(['Failed']) }, { publish: [] }])(
    'that may not publish its reply says so to the asker at once: %j',
    async ({ publish }) => {
      using bus = createTestBus();
      reply(bus.scope({ ...replier, publish }), reservation, () => ({ reservation: 'R-1' }));
      const error = await rejection(request(bus, reservation, item, { timeout: Infinity }));
      expect(error.details).toMatchObject({ failure: { code: 'forbidden', details: { type: 'stock:reservationReplied' } } });
    },
  );

  it('of a stream needs to publish …Ended, too', async () => {
    using bus = createTestBus();
    reply(bus.scope({ publish: names(['Replied', 'Failed'], 'stock:levels') }), levels, async function* () {});
    const error = await rejection(request(bus, levels, item));
    expect(error.details).toMatchObject({ failure: { code: 'forbidden', details: { type: 'stock:levelsEnded' } } });
  });
});
