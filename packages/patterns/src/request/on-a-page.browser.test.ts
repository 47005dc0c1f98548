import { createBus } from '@busbar/core';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { defineRequest } from './define-request.ts';
import { reply } from './reply.ts';
import { request } from './request.ts';

const schemas = { request: z.object({ sku: z.string() }), reply: z.object({ left: z.number() }) };
const secret = defineRequest('stock:secretCount', { version: 1, ...schemas });
const count = defineRequest('stock:count', { version: 1, ...schemas, dom: 'out' });

describe('requests on a page', () => {
  const [stock, checkout] = ['stock', 'checkout'].map((source) => createBus({ source }));

  it('are answered by another bus of the page, and hidden from window', async () => {
    const heard = vi.fn();
    for (const { type } of Object.values(secret)) window.addEventListener(type, heard);
    const stop = reply(stock!, secret, () => ({ left: 3 }));
    expect(await request(checkout!, secret, { sku: 'A-1' })).toEqual({ left: 3 });
    stop();
    expect(heard).not.toHaveBeenCalled();
  });

  it('are shown to window where their contract says so', async () => {
    const details: unknown[] = [];
    for (const { type } of Object.values(count))
      window.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
    using _ = reply(stock!, count, () => ({ left: 3 }));
    await request(checkout!, count, { sku: 'A-1' });
    await vi.waitFor(() => expect(details).toEqual([{ sku: 'A-1' }, { left: 3 }]));
  });

  it('reject with the reason of an AbortSignal.timeout when they are under way', async () => {
    using _ = reply(stock!, count, () => new Promise<never>(() => {}));
    const answer = request(checkout!, count, { sku: 'A-1' }, { signal: AbortSignal.timeout(5) });
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
