import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

test.describe('Nothing is lost without a word', () => {
  test('what is invalid, forbidden, expired, over a bound, in a ring or dropped is a dead letter with its reason', async ({
    openProbe,
    busbar,
    expectMessage,
  }) => {
    expectMessage(
      /^warning: \[busbar too-many-hops parcel:weighed ping-pong\] "ping-pong" emitted .* "ping-pong: parcel:weighed"/,
    );
    expectMessage(/^uncaught: BusError: The handler of "ping-pong" for "parcel:weighed"/);
    const page = await openProbe('a');
    const thrown = await page.evaluate(async () => {
      const { createBus, parcel, settled, drop, isBusError } = copies.a;
      const bus = createBus({ source: 'depot' });
      const one = { number: 1, to: 'Oslo' };
      const codeOf = (emit: () => unknown): unknown => {
        try {
          return emit() && 'accepted';
        } catch (error) {
          return isBusError(error) && error.code;
        }
      };
      const thrown = [
        codeOf(() => bus.emit(parcel.sent, { number: 1.5, to: 'Oslo' })),
        codeOf(() => bus.scope({ publish: ['parcel:sent'] }).emit(parcel.located, one)),
      ];
      bus.on(parcel.announced, () => {}, { delivery: 'idle' });
      bus.emit(parcel.announced, one, { ttl: -1 });
      bus.on(parcel.sorted, () => new Promise(() => {}), { maxQueue: 1 });
      for (const number of [1, 2]) bus.emit(parcel.sorted, { number, to: 'Oslo' });
      const ring = createBus({ source: 'ping-pong' });
      ring.on(parcel.weighed, ({ data }) => void ring.emit(parcel.weighed, data), { replay: false });
      ring.emit(parcel.weighed, one);
      const strict = createBus({
        source: 'strict',
        stages: [{ name: 'consent', side: 'publish', before: 'retain', run: () => drop('no consent') }],
      });
      strict.emit(parcel.signed, one);
      await settled();
      await new Promise((idle) => requestIdleCallback(idle));
      await settled();
      return thrown;
    });
    expect(thrown).toEqual(['invalid-payload', 'forbidden']);
    const letters = await busbar.deadLetters();
    expect(letters.map(({ reason, event }) => `${event.type} ${reason}`).toSorted()).toEqual([
      'parcel:announced expired',
      'parcel:located forbidden',
      'parcel:sent invalid',
      'parcel:signed dropped',
      'parcel:sorted overflow',
      'parcel:weighed failed',
      'parcel:weighed too-many-hops',
    ]);
  });

  test('a letter can be mended and sent again, to whom it missed and nobody else', async ({ openProbe, expectMessage }) => {
    expectMessage(/^uncaught: BusError: The handler of "printer"/);
    const page = await openProbe('a');
    const heard = await page.evaluate(async () => {
      const { createBus, parcel, settled } = copies.a;
      const bus = createBus({ source: 'depot' });
      const heard: string[] = [];
      bus.on(parcel.sent, ({ data }) => heard.push(`reader ${data.to}`));
      createBus({ source: 'printer' }).on(parcel.sent, ({ data }) => {
        if (data.to === '?') throw new Error('no address');
        heard.push(`printer ${data.to}`);
      });
      bus.emit(parcel.sent, { number: 1, to: '?' });
      await settled();
      bus.deadLetters.redrive(() => true, { edit: (data) => ({ ...(data as object), to: 'Oslo' }) });
      await settled();
      return { heard, left: bus.deadLetters.list().length };
    });
    expect(heard).toEqual({ heard: ['reader ?', 'printer Oslo'], left: 0 });
  });

  test('retries come as often and as late as asked for, then the letter', async ({ openProbe, expectMessage }) => {
    expectMessage(/^uncaught: BusError: The handler of "printer" for "parcel:sent".*failed 3 times/);
    const page = await openProbe('a');
    const outcome = await page.evaluate(async () => {
      const { createBus, parcel } = copies.a;
      const bus = createBus({ source: 'depot' });
      const tries: number[] = [];
      const letter = new Promise<number>((resolve) => bus.deadLetters.subscribe(({ attempts }) => resolve(attempts)));
      createBus({ source: 'printer' }).on(
        parcel.sent,
        () => {
          tries.push(performance.now());
          throw new Error('out of ink');
        },
        { retry: { attempts: 2, delay: 60, factor: 2, jitter: 0 } },
      );
      bus.emit(parcel.sent, { number: 1, to: 'Oslo' });
      const attempts = await letter;
      return { attempts, waits: tries.slice(1).map((time, index) => time - (tries[index] ?? 0)) };
    });
    expect(outcome.attempts).toBe(3);
    expect(outcome.waits[0]).toBeGreaterThanOrEqual(59);
    expect(outcome.waits[1]).toBeGreaterThanOrEqual(119);
  });
});
