import { createTestBus } from '@busbar/testing';
import { toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { deferred } from './deferred.test.fixture.ts';
import { rejection } from './rejection.test.fixture.ts';
import { reply } from './reply.ts';
import { request, request$ } from './request.ts';
import { item, levels, reservation } from './stock.test.fixture.ts';

const once = { idempotencykey: 'order 1' };

describe('a request that is repeated with its idempotency key', () => {
  it('is given the same answer, and the handler is called once', async () => {
    using bus = createTestBus();
    let runs = 0;
    reply(bus, reservation, () => ({ reservation: `R-${++runs}` }));
    const answers = [await request(bus, reservation, item, once), await request(bus, reservation, item, once)];
    expect(answers).toEqual([{ reservation: 'R-1' }, { reservation: 'R-1' }]);
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'R-2' });
  });

  it('waits for the answer to the first one while the handler is at work', async () => {
    using bus = createTestBus();
    const { promise, resolve } = deferred<{ reservation: string }>();
    let runs = 0;
    reply(bus, reservation, () => {
      runs++;
      return promise;
    });
    const answers = [request(bus, reservation, item, once), request(bus, reservation, item, once)];
    await bus.flush();
    resolve({ reservation: 'R-1' });
    expect(await Promise.all(answers)).toEqual([{ reservation: 'R-1' }, { reservation: 'R-1' }]);
    expect(runs).toBe(1);
  });

  it('runs the handler again after a failure, which all who waited for it are told', async () => {
    using bus = createTestBus();
    const { promise, reject } = deferred<never>();
    let runs = 0;
    reply(bus, reservation, () => (++runs === 1 ? promise : { reservation: `R-${runs}` }));
    const asked = [1, 2].map(() => rejection(request(bus, reservation, item, once)));
    await bus.flush();
    reject(Object.assign(new Error('Busy'), { code: 'busy' }));
    const failures = await Promise.all(asked);
    expect([failures.map(({ code }) => code), runs]).toEqual([['request-failed', 'request-failed'], 1]);
    expect(await request(bus, reservation, item, once)).toEqual({ reservation: 'R-2' });
  });

  it('runs the handler again where nobody wanted the earlier answer any more, which may never come', async () => {
    using bus = createTestBus();
    const [leaving, signals] = [new AbortController(), [] as AbortSignal[]];
    reply(bus, reservation, (_, { signal }) =>
      signals.push(signal) === 1 ? new Promise<never>(() => {}) : { reservation: 'R-2' },
    );
    const first = rejection(request(bus, reservation, item, { ...once, signal: leaving.signal }));
    await bus.flush();
    leaving.abort('left');
    expect([await request(bus, reservation, item, once), await first]).toEqual([{ reservation: 'R-2' }, 'left']);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('is answered by an earlier run that has replied in the end, though nobody wanted it any more', async () => {
    using bus = createTestBus();
    const [leaving, slow] = [new AbortController(), deferred<{ reservation: string }>()];
    let runs = 0;
    reply(bus, reservation, () => {
      runs++;
      return slow.promise;
    });
    const first = rejection(request(bus, reservation, item, { ...once, signal: leaving.signal }));
    await bus.flush();
    leaving.abort('left');
    await bus.flush();
    slow.resolve({ reservation: 'R-1' });
    expect([await first, await request(bus, reservation, item, once), runs]).toEqual(['left', { reservation: 'R-1' }, 1]);
  });

  it('is answered by the first run that has replied, though a later one has failed', async () => {
    using bus = createTestBus();
    const [leaving, slow, failing] = [new AbortController(), deferred<{ reservation: string }>(), deferred<never>()];
    let runs = 0;
    reply(bus, reservation, () => (++runs === 1 ? slow.promise : failing.promise));
    const first = rejection(request(bus, reservation, item, { ...once, signal: leaving.signal }));
    await bus.flush();
    leaving.abort('left');
    const second = rejection(request(bus, reservation, item, once));
    await bus.flush();
    slow.resolve({ reservation: 'R-1' });
    failing.reject(Object.assign(new Error('Busy'), { code: 'busy' }));
    expect([await first, (await second).code]).toEqual(['left', 'request-failed']);
    expect([await request(bus, reservation, item, once), runs]).toEqual([{ reservation: 'R-1' }, 2]);
  });

  it('goes on for those who still want the answer when others give up', async () => {
    using bus = createTestBus();
    const [leaving, slow] = [new AbortController(), deferred<{ reservation: string }>()];
    reply(bus, reservation, () => slow.promise);
    const first = rejection(request(bus, reservation, item, { ...once, signal: leaving.signal }));
    const second = request(bus, reservation, item, once);
    await bus.flush();
    leaving.abort('left');
    await bus.flush();
    slow.resolve({ reservation: 'R-1' });
    expect([await first, await second]).toEqual(['left', { reservation: 'R-1' }]);
  });

  it('is given all replies of a stream from the first one on', async () => {
    using bus = createTestBus();
    let runs = 0;
    reply(bus, levels, async function* () {
      runs++;
      yield { level: 1 };
      yield { level: 2 };
    });
    const ask = () => new Promise((resolve) => request$(bus, levels, item, once).pipe(toArray()).subscribe(resolve));
    expect([await ask(), await ask(), runs]).toEqual([[{ level: 1 }, { level: 2 }], [{ level: 1 }, { level: 2 }], 1]);
  });

  it('runs the handler again where more answers have been given since than are remembered', async () => {
    using bus = createTestBus();
    let runs = 0;
    reply(bus, reservation, () => ({ reservation: `R-${++runs}` }), { remember: 2 });
    for (const idempotencykey of ['a', 'b', 'c', 'b', 'a']) await request(bus, reservation, item, { idempotencykey });
    expect(runs).toBe(4);
  });

  it('is given the same answer, however many requests without a key have come since', async () => {
    using bus = createTestBus();
    let runs = 0;
    reply(bus, reservation, () => ({ reservation: `R-${++runs}` }), { remember: 2 });
    for (const key of [once, {}, {}, {}]) await request(bus, reservation, item, key);
    expect([await request(bus, reservation, item, once), runs]).toEqual([{ reservation: 'R-1' }, 4]);
  });

  it('runs the handler again where nothing is remembered, but not while it is at work', async () => {
    using bus = createTestBus();
    const { promise, resolve } = deferred<void>();
    let runs = 0;
    reply(bus, reservation, () => promise.then(() => ({ reservation: `R-${++runs}` })), { remember: 0 });
    const answers = [request(bus, reservation, item, once), request(bus, reservation, item, once)];
    await bus.flush();
    resolve();
    expect(await Promise.all(answers)).toEqual([{ reservation: 'R-1' }, { reservation: 'R-1' }]);
    expect(await request(bus, reservation, item, once)).toEqual({ reservation: 'R-2' });
  });
});

describe('a request that is delivered twice', () => {
  it.each([{ slow: true }, { slow: false }])('is answered once: %j', async ({ slow }) => {
    using bus = createTestBus();
    let runs = 0;
    bus.inject.duplicate(reservation.requested);
    reply(bus, reservation, () => {
      runs++;
      return slow ? Promise.resolve({ reservation: 'R-1' }) : { reservation: 'R-1' };
    });
    expect(await request(bus, reservation, item)).toEqual({ reservation: 'R-1' });
    await bus.flush();
    expect(runs).toBe(1);
  });
});
