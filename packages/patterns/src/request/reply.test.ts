import { type Bus, BusError } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it, vi } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { item, reservation } from './stock.test.fixture.ts';

type Told = { readonly code: string; readonly details?: { readonly failure?: Told } };

const silent = { onError: () => {} };
const soldOut = Object.assign(new Error('None left'), { code: 'sold-out', details: { left: 0 } });
const ask = (bus: Bus, options = {}) => rejection(request(bus, reservation, item, options));

describe('an error of the handler', () => {
  it('that has a code crosses to the asker with it, and is nobody’s dead letter', async () => {
    using bus = createTestBus({ strict: true });
    reply(bus.scope({ source: 'stock' }), reservation, () => Promise.reject(soldOut));
    const error = await ask(bus);
    expect(error).toMatchObject({ code: 'request-failed', cause: { message: 'None left', code: 'sold-out' } });
    expect(error.message).toContain('"stock" could not answer "stock:reservationRequested": None left (sold-out)');
    const failure = { code: 'sold-out', message: 'None left', details: { left: 0 } };
    expect(error.details).toMatchObject({ source: 'stock', failure });
    expect(bus.emitted(reservation.failed)).toMatchObject([{ source: 'stock', data: failure }]);
  });

  it('that is a BusError crosses with its code and its details', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => {
      throw new BusError('disposed', { action: 'emit', source: 'shelf' });
    });
    const { details } = await ask(bus);
    expect(details).toMatchObject({ failure: { code: 'disposed', details: { action: 'emit', source: 'shelf' } } });
  });

  it.each([
    [new TypeError('x is undefined'), 'x is undefined'],
    [Object.assign(new Error('No route'), { code: 'ENOENT' }), 'No route'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ])('that has none is a dead letter of the replier, and reaches the asker as request-failed: %s', async (thrown, message) => {
    const reported: BusError[] = [];
    using bus = createTestBus({ onError: (error) => reported.push(error) });
    reply(bus, reservation, () => Promise.reject(thrown));
    expect((await ask(bus)).details).toMatchObject({ failure: { code: 'request-failed', message } });
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', event: { type: 'stock:reservationRequested' } }]);
    expect(reported.map(({ code, cause }) => [code, cause])).toEqual([['handler-failed', thrown]]);
  });

  it.each([
    ['has no text', Object.create(null)],
    [
      'throws when it is looked at',
      {
        get code() {
          throw new Error('Hands off');
        },
      },
    ],
  ])('reaches the asker though it %s', async (_what, thrown) => {
    using bus = createTestBus(silent);
    reply(bus, reservation, () => Promise.reject(thrown), { overlap: 'queue' });
    for (const _again of [1, 2]) expect((await ask(bus)).details).toMatchObject({ failure: { code: 'request-failed' } });
  });

  it('crosses without its details where these are no plain data', async () => {
    using bus = createTestBus();
    const details: Record<string, unknown> = { left: 0 };
    details['itself'] = details;
    reply(bus, reservation, () => Promise.reject({ ...soldOut, message: 'None', details }));
    expect((await ask(bus)).details['failure']).toEqual({ code: 'sold-out', message: 'None' });
  });

  it('that has no code is tried again as the subscription says, before anybody is told', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const attempts: number[] = [];
    reply(
      bus,
      reservation,
      (_, { attempt }) => {
        attempts.push(attempt);
        if (attempt < 3) throw new Error('Not yet');
        return { reservation: 'R-1' };
      },
      { retry: 2 },
    );
    const answer = request(bus, reservation, item);
    await bus.advance(1_000);
    expect([await answer, attempts, bus.emitted(reservation.failed)]).toEqual([{ reservation: 'R-1' }, [1, 2, 3], []]);
  });
});

describe('a reply that breaks its contract', () => {
  it('is told to the asker at once, and is a dead letter of the replier', async () => {
    using bus = createTestBus();
    reply(bus.scope({ source: 'stock' }), reservation, () => ({ reservation: 7 }) as never);
    const { details } = await ask(bus, { timeout: Infinity });
    expect(details).toMatchObject({ failure: { code: 'invalid-payload', details: { issues: [{ path: 'reservation' }] } } });
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', event: { type: 'stock:reservationReplied' } }]);
  });

  it('is not remembered: the same request can succeed later', async () => {
    using bus = createTestBus();
    let answer: unknown = 7;
    reply(bus, reservation, () => ({ reservation: answer }) as never);
    await ask(bus, { idempotencykey: 'order 1' });
    answer = 'R-1';
    expect(await request(bus, reservation, item, { idempotencykey: 'order 1' })).toEqual({ reservation: 'R-1' });
  });
});

describe('what keeps a request from its handler is told to the asker', () => {
  it('a time-out of the replier, whose signal aborts', async () => {
    using bus = createTestBus({ ...silent, time: 'virtual' });
    let signal: AbortSignal | undefined;
    reply(bus, reservation, (_, context) => new Promise<never>(() => ({ signal } = context)), { timeout: 20 });
    const error = ask(bus);
    await bus.advance(20);
    expect((await error).details).toMatchObject({ failure: { code: 'timed-out' } });
    expect(signal!.aborted).toBe(true);
  });

  it('a policy that refuses', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }), { policy: { execute: () => Promise.reject(new Error('open')) } });
    expect((await ask(bus)).details).toMatchObject({ failure: { code: 'policy-refused' } });
  });

  it('a queue that is full', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => new Promise<never>(() => {}), { overlap: 'queue', maxQueue: 0 });
    void ask(bus);
    await bus.flush();
    expect((await ask(bus)).details).toMatchObject({ failure: { code: 'queue-overflow' } });
  });
});

describe('a request in the handler of a request', () => {
  it('has that one for its cause', async () => {
    using bus = createTestBus({ contracts: [reservation] });
    reply(bus, reservation, async ({ sku }, { event }) => {
      if (sku === 'inner') return { reservation: 'R-1' };
      await Promise.resolve();
      return request(bus, reservation, { sku: 'inner' }, { cause: event });
    });
    expect(await request(bus, reservation, { sku: 'outer' })).toEqual({ reservation: 'R-1' });
    const [outer, inner] = bus.emitted(reservation.requested);
    expect(inner).toMatchObject({ causationid: outer!.id, correlationid: outer!.id, hops: 1 });
  });

  it('ends with too-many-hops where they ask each other for ever, and all of them are told at once', async () => {
    using bus = createTestBus({ limits: { hops: 3 } });
    reply(bus, reservation, () => request(bus, reservation, item, { timeout: Infinity }));
    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const codes: unknown[] = [];
    let told: Told | undefined = (await ask(bus, { timeout: Infinity })) as Told;
    for (; told; told = told.details?.failure) codes.push(told.code);
    expect(codes).toEqual([...Array(4).fill('request-failed'), 'too-many-hops']);
    expect(warnings).toHaveBeenCalled();
  });
});

describe('reply', () => {
  it('answers one after the other with overlap: queue', async () => {
    using bus = createTestBus();
    let running = 0;
    const most: number[] = [];
    reply(
      bus,
      reservation,
      async () => {
        most.push(++running);
        await Promise.resolve();
        running--;
        return { reservation: 'R-1' };
      },
      { overlap: 'queue' },
    );
    await Promise.all([request(bus, reservation, item), request(bus, reservation, item)]);
    expect(most).toEqual([1, 1]);
  });

  it.each([
    { overlap: 'drop' },
    { overlap: 'switch' },
    { remember: -1 },
    { remember: 1.5 },
    { signal: 1 },
    { timeout: -5 },
    { where: () => true },
  ])('refuses options that would leave an asker without an answer, or mean nothing: %j', (options) => {
    using bus = createTestBus();
    expect(() => reply(bus, reservation, () => ({ reservation: '' }), options as never)).toThrow(
      expect.objectContaining({ code: 'invalid-option' }),
    );
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('refuses what is no handler, and a bus that is disposed', () => {
    using bus = createTestBus();
    expect(() => reply(bus, reservation, 42 as never)).toThrow(expect.objectContaining({ code: 'invalid-handler' }));
    bus.dispose();
    expect(() => reply(bus, reservation, () => ({ reservation: '' }))).toThrow(expect.objectContaining({ code: 'disposed' }));
  });
});
