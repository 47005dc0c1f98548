import { createBus, createHub } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineRequest } from './define-request.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { item, levels, reservation } from './stock.test.fixture.ts';

const schemas = { request: z.object({ sku: z.string() }), reply: z.object({ left: z.number() }) };

describe('defineRequest', () => {
  it('makes frozen contracts of ordinary events, and nothing else', () => {
    expect(Object.entries(reservation).map(([field, { type, version, dom }]) => [field, type, version, dom])).toEqual([
      ['requested', 'stock:reservationRequested', 1, 'off'],
      ['replied', 'stock:reservationReplied', 1, 'off'],
      ['failed', 'stock:reservationFailed', 1, 'off'],
      ['aborted', 'stock:reservationAborted', 1, 'off'],
    ]);
    expect([reservation, ...Object.values(reservation)].every(Object.isFrozen)).toBe(true);
  });

  it('makes one more for a stream, which says that it has ended', () => {
    expect(Object.values(levels).map(({ type }) => type)).toEqual(
      ['Requested', 'Replied', 'Failed', 'Aborted', 'Ended'].map((ending) => `stock:levels${ending}`),
    );
  });

  it('gives each side its casts and examples, and all events the rest', () => {
    const said = { owner: 'team-stock', tags: ['stock'], dom: 'out', lifecycle: 'draft' } as const;
    const examples = { request: [{ sku: 'A' }], reply: [{ left: 1 }] };
    const upcast = { request: { 1: (one: object) => one }, reply: { 1: (one: object) => one } };
    const downcast = { reply: { 1: (two: object) => two } };
    const contract = defineRequest('stock:count', {
      ...schemas,
      ...said,
      version: 2,
      summary: 'How many?',
      examples,
      upcast,
      downcast,
    });
    expect(contract.requested).toMatchObject({
      ...said,
      version: 2,
      summary: 'How many?',
      examples: examples.request,
      upcast: upcast.request,
    });
    expect(contract.requested).not.toHaveProperty('downcast');
    expect(contract.replied).toMatchObject({
      ...said,
      version: 2,
      examples: examples.reply,
      upcast: upcast.reply,
      downcast: downcast.reply,
    });
    expect(contract.failed).toMatchObject({ ...said, version: 1, summary: 'stock:countRequested could not be answered' });
    expect(contract.aborted).not.toHaveProperty('examples');
  });

  it('is listed where contracts are', () => {
    const bus = createBus({ source: 'stock', hub: createHub(), contracts: [reservation, levels] });
    expect(bus.contracts().map(({ type }) => type)).toEqual(
      [...Object.values(reservation), ...Object.values(levels)].map(({ type }) => type),
    );
  });

  it.each([
    ['stock', { version: 1 }, 'invalid-event-name'],
    ['busbar:count', { version: 1 }, 'reserved-name'],
    ['stock:count', { version: 0 }, 'invalid-contract'],
    ['stock:count', { version: 1, reply: 7 }, 'invalid-contract'],
  ])('refuses what defineEvent refuses: %s %j', (name, definition, code) => {
    expect(() => defineRequest(name, { ...schemas, ...definition } as never)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the payloads that every request has', () => {
  it.each([
    [{ code: 'sold-out', message: 'None left', details: { left: 0 } }, []],
    [{ code: 'sold-out', message: 'None left', more: true }, []],
    [{ code: 7 }, ['code', 'message']],
    [null, ['']],
    ['sold-out', ['']],
  ])('are checked: %j', (payload, wrong) => {
    const bus = createBus({ source: 'stock', hub: createHub() });
    const paths = () =>
      bus.deadLetters
        .list()
        .flatMap(({ error }) => Reflect.get(error as object, 'details').issues.map(({ path }: { path: string }) => path));
    try {
      bus.emit(reservation.failed, payload as never);
    } catch {}
    expect(paths()).toEqual(wrong);
  });

  it('say themselves as JSON Schema, for lock files and catalogues', () => {
    const { jsonSchema } = reservation.failed.schema['~standard'] as never as {
      jsonSchema: { input(): unknown; output(): unknown };
    };
    expect(jsonSchema.output()).toEqual({
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' }, details: {} },
      required: ['code', 'message'],
    });
    expect(jsonSchema.input()).toEqual(jsonSchema.output());
  });
});

describe('an asker and a replier of different versions', () => {
  const two = defineRequest('stock:reservation', {
    version: 2,
    request: z.object({ sku: z.string(), amount: z.number() }),
    reply: z.object({ id: z.string() }),
    upcast: {
      request: { 1: ({ sku, quantity }) => ({ sku, amount: quantity }) },
      reply: { 1: ({ reservation: id }) => ({ id }) },
    },
    downcast: {
      request: { 1: ({ sku, amount: quantity }) => ({ sku, quantity }) },
      reply: { 1: ({ id }) => ({ reservation: id }) },
    },
  });
  const page = () => {
    const hub = createHub();
    return {
      stock: createBus({ source: 'stock', hub, onError: () => {} }),
      checkout: createBus({ source: 'checkout', hub, onError: () => {} }),
    };
  };

  it('understand each other by the casts of whoever has the newer one', async () => {
    const { stock, checkout } = page();
    reply(stock, two, ({ sku, amount }) => ({ id: `${amount} of ${sku}` }));
    createBus({ source: 'catalogue', hub: stock.hub, contracts: [two] });
    expect(await request(checkout, reservation, { sku: 'A', quantity: 3 })).toEqual({ reservation: '3 of A' });
  });

  it('are told at once where no cast leads from the one to the other', async () => {
    const { stock, checkout } = page();
    const three = defineRequest('stock:reservation', { version: 3, ...schemas });
    reply(stock, three, () => ({ left: 1 }));
    await expect(request(checkout, reservation, item, { timeout: Infinity })).rejects.toMatchObject({
      details: { source: 'stock', failure: { code: 'cast-failed' } },
    });
  });

  it('are told at once where only the reply cannot be cast', async () => {
    const { stock, checkout } = page();
    const three = defineRequest('stock:reservation', {
      version: 2,
      ...schemas,
      upcast: { request: { 1: ({ sku }) => ({ sku }) } },
    });
    reply(stock, three, () => ({ left: 1 }));
    await expect(request(checkout, reservation, item, { timeout: Infinity })).rejects.toMatchObject({
      details: { failure: { code: 'cast-failed' } },
    });
  });
});
