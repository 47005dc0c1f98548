import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';
import { parcel } from '../probe/parcel-contracts.ts';

test.describe('Every event says where it came from', () => {
  test('an answer carries its cause, its correlation and its trace across copies', async ({ openProbe, busbar }) => {
    const page = await openProbe('a', 'b');
    await page.evaluate(() => {
      const { a, b } = copies;
      const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
      const depot = a.createBus({ source: 'depot' });
      const tracking = b.createBus({ source: 'tracking' });
      tracking.on(b.parcel.sent, ({ data }) => void tracking.emit(b.parcel.located, data));
      depot.on(a.parcel.located, ({ data }) => void depot.emit(a.parcel.weighed, data));
      depot.emit(a.parcel.sent, { number: 1, to: 'Oslo' }, { traceparent });
    });
    const third = await busbar.expectEvent(parcel.weighed);
    const [first, second] = await busbar.trail();
    expect([first?.source, second?.source, third.source]).toEqual(['depot', 'tracking', 'depot']);
    expect([first?.causationid, second?.causationid, third.causationid]).toEqual([undefined, first?.id, second?.id]);
    expect([first?.hops, second?.hops, third.hops]).toEqual([0, 1, 2]);
    expect(new Set([first, second, third].map((event) => event?.correlationid ?? event?.id))).toEqual(new Set([first?.id]));
    expect(new Set([first, second, third].map((event) => event?.traceparent?.slice(3, 35)))).toEqual(
      new Set(['4bf92f3577b34da6a3ce929d0e0e4736']),
    );
  });

  test('the source is the bus that emitted, whatever the payload or the plain event claims', async ({ openProbe, busbar }) => {
    const page = await openProbe('a');
    await page.evaluate(() => {
      const { createBus, parcel } = copies.a;
      const bus = createBus({ source: 'depot' });
      const claim = { number: 1, to: 'Oslo', source: 'head-office' };
      bus.emit(parcel.sent, claim);
      bus.scope({ source: 'depot/scales' }).emit(parcel.sent, claim);
      window.dispatchEvent(new CustomEvent('parcel:sent', { detail: claim }));
    });
    const trail = await busbar.trail(parcel.sent);
    expect(trail.map(({ source }) => source)).toEqual(['depot', 'depot/scales', 'window']);
    for (const { data } of trail) expect(data).toEqual({ number: 1, to: 'Oslo' });
  });

  test('ids differ and the sequence rises over all copies', async ({ openProbe, busbar }) => {
    const page = await openProbe('a', 'b');
    await page.evaluate(() => {
      const emitters = [copies.a, copies.b].map(({ createBus, parcel }, index) => {
        const bus = createBus({ source: `bus-${index}` });
        return (number: number) => bus.emit(parcel.sent, { number, to: 'Oslo' });
      });
      for (let number = 0; number < 100; number++) emitters[number % 2]?.(number);
    });
    const events = await busbar.trail(parcel.sent);
    expect(new Set(events.map(({ id }) => id)).size).toBe(100);
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  test('an event becomes CloudEvents JSON', async ({ openProbe }) => {
    const page = await openProbe('a');
    const json = await page.evaluate(() => {
      const { createBus, parcel, toCloudEvent } = copies.a;
      const event = createBus({ source: 'depot' }).emit(parcel.sent, { number: 1, to: 'Oslo' }, { subject: 'parcel-1' });
      return JSON.parse(JSON.stringify(toCloudEvent(event)));
    });
    expect(json).toMatchObject({
      specversion: '1.0',
      type: 'parcel:sent',
      source: 'depot',
      subject: 'parcel-1',
      data: { number: 1, to: 'Oslo' },
    });
    expect(new Date(json.time).toISOString()).toBe(json.time);
  });
});
