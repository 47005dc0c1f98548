import { createBus, createHub, isBusError } from '@busbar/core';
import { of } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { rejection } from './rejection.test.fixture.ts';
import * as ours from './stock.test.fixture.ts';

/** The packages as another bundle brings them: every module of core and of patterns, and the contracts, once more. */
async function anotherCopy() {
  vi.resetModules();
  const [core, { reply }, { request, request$ }, contracts] = await Promise.all([
    import('@busbar/core'),
    import('./reply.ts'),
    import('./request.ts'),
    import('./stock.test.fixture.ts'),
  ]);
  return { ...core, reply, request, request$, ...contracts };
}

/** A page where stock brings one copy of everything and checkout another. */
async function page() {
  const hub = createHub();
  const [theirs, mine] = [await anotherCopy(), await anotherCopy()];
  const stock = theirs.createBus({ source: 'stock', hub, onError: () => {} });
  const checkout = mine.createBus({ source: 'checkout', hub });
  return { theirs, mine, stock, checkout };
}

describe('two copies of core and of patterns on one page', () => {
  it('share no module', async () => {
    const { theirs, mine } = await page();
    expect(theirs.createBus).not.toBe(mine.createBus);
    expect(theirs.request).not.toBe(mine.request);
    expect(theirs.reservation).not.toBe(ours.reservation);
  });

  it('ask each other and answer, one reply or a stream', async () => {
    const { theirs, mine, stock, checkout } = await page();
    theirs.reply(stock, theirs.reservation, ({ sku }) => ({ reservation: sku }));
    theirs.reply(stock, theirs.levels, () => of({ level: 1 }, { level: 2 }));
    expect(await mine.request(checkout, mine.reservation, ours.item)).toEqual({ reservation: 'A-1' });
    const levels: number[] = [];
    await new Promise<void>((complete) => {
      mine.request$(checkout, mine.levels, ours.item).subscribe({ next: ({ level }) => levels.push(level), complete });
    });
    expect(levels).toEqual([1, 2]);
  });

  it('know whether somebody replies, and wait for who comes', async () => {
    const { theirs, mine, stock, checkout } = await page();
    expect((await rejection(mine.request(checkout, mine.reservation, ours.item))).code).toBe('no-replier');
    const answer = mine.request(checkout, mine.reservation, ours.item, { whenNobody: 'wait' });
    theirs.reply(stock, theirs.reservation, () => ({ reservation: 'late' }));
    expect(await answer).toEqual({ reservation: 'late' });
  });

  it('are told when the other fails, goes away, or gives up', async () => {
    const { theirs, mine, stock, checkout } = await page();
    const signals: AbortSignal[] = [];
    const stop = theirs.reply(stock, theirs.reservation, ({ sku }, { signal }) => {
      signals.push(signal);
      return sku === 'none'
        ? Promise.reject(Object.assign(new Error('None left'), { code: 'sold-out' }))
        : new Promise<never>(() => {});
    });
    const failed = await rejection(mine.request(checkout, mine.reservation, { sku: 'none' }));
    expect([isBusError(failed, 'request-failed'), failed.details]).toMatchObject([true, { failure: { code: 'sold-out' } }]);
    expect((await rejection(mine.request(checkout, mine.reservation, ours.item, { timeout: 5 }))).code).toBe('timed-out');
    await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]));
    const gone = rejection(mine.request(checkout, mine.reservation, ours.item));
    stop();
    expect((await gone).details).toMatchObject({ failure: { code: 'replier-gone' } });
  });

  it('share a bus that one of them made', async () => {
    const theirs = await anotherCopy();
    const bus = createBus({ source: 'shell', hub: createHub() });
    const { reply } = await import('./reply.ts');
    reply(bus, ours.reservation, () => ({ reservation: 'R-1' }));
    expect(await theirs.request(bus as never, theirs.reservation, ours.item)).toEqual({ reservation: 'R-1' });
  });
});
