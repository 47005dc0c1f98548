import type { Busbar } from '@busbar/testing/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';
import { parcel } from '../probe/parcel-contracts.ts';

const five = [1, 2, 3, 4, 5];
type Failure = 'throws' | 'rejects' | 'never settles';

for (const failure of ['throws', 'rejects'] as const) {
  test(`emitting never runs a consumer into another: one of 100 handlers ${failure}, 99 get everything, and each error is reported once`, async ({
    openProbe,
    busbar,
    expectMessage,
  }) => {
    for (const _ of five) expectMessage(/^uncaught: BusError: The handler of "printer" for "parcel:sent"/);
    const page = await openProbe('a', 'b');
    const heard = await emitFiveToHundred(page, failure);
    expect(heard).toEqual(Array.from({ length: 100 }, () => five));
    expect(await lettersOf(busbar)).toEqual(
      five.map((number) => ({ reason: 'failed', who: 'printer', number, cause: 'out of ink' })),
    );
  });
}

test('emitting never runs a consumer into another: one of 100 handlers never settles within its time-out, 99 get everything, and each is reported once', async ({
  openProbe,
  busbar,
  expectMessage,
}) => {
  for (const _ of five) expectMessage(/^uncaught: BusError: The handler of "printer" for "parcel:sent"/);
  const page = await openProbe('a', 'b');
  const heard = await emitFiveToHundred(page, 'never settles');
  expect(heard).toEqual(Array.from({ length: 100 }, () => five));
  expect(await lettersOf(busbar)).toEqual(
    five.map((number) => ({ reason: 'failed', who: 'printer', number, cause: expect.stringMatching(/waited 20 ms/) })),
  );
});

/** A hundred subscribers in two copies, the eighth of which fails. Resolves when it has failed with all five events and nothing is queued. */
function emitFiveToHundred(page: Page, failure: Failure) {
  return page.evaluate(async (failure) => {
    const { a, b } = copies;
    const heard: number[][] = Array.from({ length: 100 }, () => []);
    for (const [index, numbers] of heard.entries()) {
      const { createBus, parcel } = index % 2 ? a : b;
      const fails = index === 7;
      const handler = ({ data }: { data: { number: number } }): unknown => {
        numbers.push(data.number);
        if (!fails) return undefined;
        if (failure === 'throws') throw new Error('out of ink');
        return failure === 'rejects' ? Promise.reject(new Error('out of ink')) : new Promise(() => {});
      };
      createBus({ source: fails ? 'printer' : `reader-${index}` }).on(parcel.sent, handler, fails ? { timeout: 20 } : {});
    }
    const bus = a.createBus({ source: 'depot' });
    const allFailed = new Promise<void>((resolve) => {
      let letters = 0;
      bus.deadLetters.subscribe(() => ++letters === 5 && resolve());
    });
    for (const number of [1, 2, 3, 4, 5]) bus.emit(a.parcel.sent, { number, to: 'Oslo' });
    await allFailed;
    await a.settled();
    return heard;
  }, failure);
}

/** Why, for whom and for which number there are dead letters. */
async function lettersOf(busbar: Busbar) {
  const letters = await busbar.deadLetters(parcel.sent);
  return letters.map(({ reason, subscriber, event, error }) => {
    const { number } = event.data as { number: number };
    return { reason, who: subscriber?.source, number, cause: error.cause?.message };
  });
}
