import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { reservation } from './stock.test.fixture.ts';

describe('request', () => {
  it('resolves with what the replier answers, both sides as their schemas return them', async () => {
    using bus = createTestBus();
    reply(bus.scope({ source: 'stock' }), reservation, ({ sku, quantity }) => ({ reservation: `${quantity} of ${sku}` }));
    expect(await request(bus, reservation, { sku: 'A-1' })).toEqual({ reservation: '1 of A-1' });
  });

  it('tells at once that nobody replies, and emits nothing', async () => {
    using bus = createTestBus();
    await expect(request(bus, reservation, { sku: 'A-1' })).rejects.toMatchObject({ code: 'no-replier' });
    expect(bus.metrics().emitted).toBe(0);
  });

  it('rejects with the code of what the handler throws', async () => {
    using bus = createTestBus();
    reply(bus.scope({ source: 'stock' }), reservation, () => {
      throw Object.assign(new Error('None left'), { code: 'sold-out', details: { left: 0 } });
    });
    await expect(request(bus, reservation, { sku: 'A-1' })).rejects.toMatchObject({
      code: 'request-failed',
      details: { source: 'stock', failure: { code: 'sold-out', message: 'None left', details: { left: 0 } } },
    });
  });
});
