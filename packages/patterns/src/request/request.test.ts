import { defineEvent } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { item, reservation } from './stock.test.fixture.ts';

const opened = defineEvent('shop:opened', { version: 1, schema: z.string() });

describe('request', () => {
  it('resolves with what the replier answers, both sides as their schemas return them', async () => {
    using bus = createTestBus();
    reply(bus.scope({ source: 'stock' }), reservation, ({ sku, quantity }) => ({ reservation: `${quantity} of ${sku}` }));
    expect(await request(bus, reservation, item)).toEqual({ reservation: '1 of A-1' });
  });

  it('is two events, of which the second answers the first', async () => {
    using bus = createTestBus({ source: 'checkout' });
    reply(bus.scope({ source: 'stock' }), reservation, () => ({ reservation: 'R-1' }));
    await request(bus, reservation, item, { correlationid: 'order 1' });
    const [requested, replied] = [...bus.emitted(reservation.requested), ...bus.emitted(reservation.replied)];
    expect(requested).toMatchObject({ source: 'checkout', data: { sku: 'A-1', quantity: 1 }, correlationid: 'order 1' });
    expect(replied).toMatchObject({ source: 'stock', causationid: requested!.id, correlationid: 'order 1' });
    expect(bus.metrics().emitted).toBe(2);
  });

  it('gives two requests at once their own answers, in whatever order these come', async () => {
    using bus = createTestBus();
    const answers = new Map<string, (reply: { reservation: string }) => void>();
    reply(bus, reservation, ({ sku }) => new Promise((resolve) => answers.set(sku, resolve)));
    const [first, second] = [request(bus, reservation, { sku: 'A' }), request(bus, reservation, { sku: 'B' })];
    await bus.flush();
    answers.get('B')!({ reservation: 'of B' });
    expect(await second).toEqual({ reservation: 'of B' });
    // The first is not even given what is not for it.
    const waiting = bus.metrics().subscriptions.find(({ target }) => target.includes('Replied'));
    expect(waiting).toMatchObject({ delivered: 0, declined: 1 });
    answers.get('A')!({ reservation: 'of A' });
    expect(await first).toEqual({ reservation: 'of A' });
  });

  it('is answered by a replier that handles it while it is being emitted, too', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }), { delivery: 'sync' });
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'R-1' });
  });

  it('refuses what the request schema refuses, as emit does', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    const error = await rejection(request(bus, reservation, { sku: 'A-1', quantity: -1 }));
    expect(error.code).toBe('invalid-payload');
  });

  it('takes the event whose handler is running for its cause, unless told otherwise', async () => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    bus.on(opened, () => Promise.all([request(bus, reservation, item), request(bus, reservation, item, { cause: false })]));
    const { id } = bus.emit(opened, 'today');
    await bus.flush();
    expect(bus.emitted(reservation.requested).map(({ causationid }) => causationid)).toEqual([id, undefined]);
  });
});

describe('the options of request', () => {
  it.each([
    { timeout: -1 },
    { timeout: '5' },
    { signal: {} },
    { whenNobody: 'shout' },
    { repliers: 2 },
    { timout: 5 },
    { cause: 'x' },
  ])('are refused: %j', async (options) => {
    using bus = createTestBus();
    reply(bus, reservation, () => ({ reservation: 'R-1' }));
    const error = await rejection(request(bus, reservation, item, options as never));
    expect(error).toMatchObject({ code: 'invalid-option', details: { option: Object.keys(options)[0] } });
  });
});
